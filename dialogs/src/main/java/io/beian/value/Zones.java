package io.beian.value;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.beian.value.Divisions.Division;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Areas that addresses name as if they were divisions. What they are is told in {@code zones.tsv}.
 */
final class Zones {

    private static final ImmutableList<Zone> ALL =
            Resource.rows("zones.tsv").stream()
                    .flatMap(Zones::row)
                    .collect(ImmutableList.toImmutableList());

    private Zones() {}

    /**
     * @param home the province or city it lies in
     * @param counties those it reaches into
     * @param whole whether it is a part of its one county
     */
    record Zone(String name, Division home, ImmutableList<Region> counties, boolean whole) {

        /** 八师 says too little for itself. */
        boolean isSureAlone() {
            return name.startsWith("第") || !name.endsWith("师");
        }

        /** What of it lies in a division; nothing if it lies elsewhere. */
        Optional<Zone> within(Division division) {
            ImmutableList<Region> there =
                    counties.stream()
                            .filter(each -> each.isIn(division))
                            .collect(ImmutableList.toImmutableList());
            Division lower = home.isUnder(division) ? home : division;
            return there.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Zone(name, lower, there, whole));
        }
    }

    /** Those whose name stands there. */
    static List<Zone> at(String text, int start) {
        return ALL.stream().filter(zone -> text.startsWith(zone.name, start)).toList();
    }

    private static Stream<Zone> row(String line) {
        List<String> cells = Splitter.on('\t').splitToList(line);
        Division home = Divisions.find(cells.get(1)).orElseThrow();
        ImmutableList<Region> counties =
                Splitter.on(' ')
                        .splitToStream(cells.get(2))
                        .map(Region::new)
                        .collect(ImmutableList.toImmutableList());
        return Splitter.on(' ')
                .splitToStream(cells.get(0))
                .map(name -> new Zone(name, home, counties, cells.size() > 3));
    }
}
