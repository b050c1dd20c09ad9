package io.beian.value;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which province an area code belongs to: codes are given out in blocks, told by how they begin.
 */
final class AreaCodes {

    private static final ImmutableMap<Province, String> BEGINNINGS =
            ImmutableMap.<Province, String>builder()
                    .put(Province.BEIJING, "010")
                    .put(Province.TIANJIN, "022")
                    .put(Province.HEBEI, "031 033")
                    .put(Province.SHANXI, "034 035")
                    .put(Province.NEIMENGGU, "047 048")
                    .put(Province.LIAONING, "024 041 042")
                    .put(Province.JILIN, "043")
                    .put(Province.HEILONGJIANG, "045 046")
                    .put(Province.SHANGHAI, "021")
                    .put(Province.JIANGSU, "025 051 052")
                    .put(Province.ZHEJIANG, "057 058")
                    .put(Province.ANHUI, "055 056")
                    .put(Province.FUJIAN, "059")
                    .put(Province.JIANGXI, "070 079")
                    .put(Province.SHANDONG, "053 054 063")
                    .put(Province.HENAN, "037 039")
                    .put(Province.HUBEI, "027 071 072")
                    .put(Province.HUNAN, "073 074")
                    .put(Province.GUANGDONG, "020 066 075 076")
                    .put(Province.GUANGXI, "077")
                    .put(Province.HAINAN, "0890 0898 0899")
                    .put(Province.CHONGQING, "023")
                    .put(Province.SICHUAN, "028 081 082 083")
                    .put(Province.GUIZHOU, "085")
                    .put(Province.YUNNAN, "069 087 088")
                    .put(Province.XIZANG, "0891 0892 0893 0894 0895 0896 0897")
                    .put(Province.SHAANXI, "029 091")
                    .put(Province.GANSU, "093 094")
                    .put(Province.QINGHAI, "097 098")
                    .put(Province.NINGXIA, "095")
                    .put(Province.XINJIANG, "090 099")
                    .buildOrThrow();

    private AreaCodes() {}

    /** With the leading 0. */
    static Optional<Province> province(String areaCode) {
        return BEGINNINGS.entrySet().stream()
                .filter(block -> holds(block.getValue(), areaCode))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean holds(String beginnings, String areaCode) {
        return Splitter.on(' ').splitToStream(beginnings).anyMatch(areaCode::startsWith);
    }
}
