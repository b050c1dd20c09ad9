package io.beian.backend;

import io.beian.dialogue.FiledRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The filed information of a filer's own sponsors, with our codes in place of the bureau's. */
final class FiledJson {

    /** At most so many are read, whatever is sent. */
    private static final int MOST_SPONSORS = 100;

    private static final int MOST_SITES = 500;
    private static final String LICENCE = "licence";
    private static final String SPONSOR = "sponsor";

    private final BureauCodes codes;

    FiledJson(BureauCodes codes) {
        this.codes = codes;
    }

    List<FiledRecord> records(JsonNode body) {
        return body.path("filed").valueStream().limit(MOST_SPONSORS).map(this::record).toList();
    }

    private FiledRecord record(JsonNode filed) {
        JsonNode nested = JsonMapper.shared().createObjectNode().set(SPONSOR, filed.path(SPONSOR));
        return new FiledRecord(
                BackendJson.text(filed, LICENCE),
                codes.incoming(OrderPaths.toPaths(nested)),
                filed.path("sites").valueStream().limit(MOST_SITES).map(this::site).toList());
    }

    /** Codes are known by the question, so the answers are read as those of some site. */
    private FiledRecord.Site site(JsonNode filed) {
        String any = "site.s1.";
        Map<String, String> paths = new LinkedHashMap<>();
        OrderPaths.toPaths(filed).forEach((path, text) -> paths.put(any + path, text));
        paths.remove(any + LICENCE);
        Map<String, String> answers = new LinkedHashMap<>();
        codes.incoming(paths)
                .forEach((path, text) -> answers.put(path.substring(any.length()), text));
        return new FiledRecord.Site(BackendJson.text(filed, LICENCE), answers);
    }
}
