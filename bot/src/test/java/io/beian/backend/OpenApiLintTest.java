package io.beian.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.backend.OpenApiLint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of the contract is a valid OpenAPI 3.1 document that leaves no reader alone. */
class OpenApiLintTest {

    private static final String FILE = Contract.text();

    @Test
    void findsNothing() {
        List<Finding> found = OpenApiLint.of(FILE);

        System.out.printf(
                "openapi/filing-v1.yaml: %d errors, %d warnings%n",
                found.stream().filter(Finding::error).count(),
                found.stream().filter(each -> !each.error()).count());
        assertThat(found).isEmpty();
    }

    @Test
    void findsTheCommaThatMadeAKeyOfHalfASentence() {
        String quoted = "description: \"The event is kept, or is none of the receiver's.\"";

        assertThat(OpenApiLint.of(changed(quoted, quoted.replace("\"", ""))))
                .anyMatch(each -> each.error() && each.at().contains("orderMoved"));
    }

    /** {@code ⏎} stands for the end of a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Keys that are none, at every kind of place.
                "title: Filing backend | titel: Filing backend | error | titel",
                "contact: { name: Beian Bot contributors } | contact: { nam: x } | error | nam",
                "operationId: match⏎ | operationID: match⏎ | error | operationID",
                "It is. } | It is., or not } | error | or not",
                "in: path⏎        required: true | in: path⏎        requird: true | error | requird",
                "minItems: 1 | minitems: 1 | error | minitems",
                "maxLength: 1024 | maxLenght: 1024 | error | maxLenght",
                "type: http⏎ | typ: http⏎ | error | typ",
                "description: Masked., examples: [赵*] | description: Masked, examples: none | error | ",
                // Values that are none.
                "openapi: 3.1.0 | openapi: 3.0.3 | error | openapi",
                "minimum: 1, description | minimum: one, description | error | minimum",
                "type: boolean, description | type: bool, description | error | type",
                "in: header⏎ | in: head⏎ | error | in",
                "maxItems: 20 | maxItems: -20 | error | maxItems",
                "'^[0-9]{6}$' | '^[0-9{6}$' | error | pattern",
                "enum: [verification] | enum: [verification | error | ",
                // What refers to nothing, or is referred to by nobody.
                "/schemas/Match' | /schemas/Matches' | error | nothing is at",
                "/parameters/Number' | /parameters/Nummer' | error | nothing is at",
                "/examples/SmsOrder' | /examples/SMSOrder' | error | nothing is at",
                "    Reference:⏎ | `Nobody: { type: string }⏎    Reference:⏎` | warning | uses",
                "- apiKey: [] | - apikey: [] | error | apikey",
                "tags: [Orders] | tags: [Order] | warning | Order",
                // What is there twice, or in one place only.
                "operationId: filed⏎ | operationId: filings⏎ | error | operationId",
                "`  title: Filing backend` | `  title: A⏎  title: B` | error | ",
                "/v1/orders/{number}/events | /v1/orders/{number}/withdraw | error | ",
                "/v1/orders/{number}/events: | /v1/orders/{order}/events: | error | its path has",
                "/v1/captures/{code}: | /v1/captures: | error | its path has",
                "name: sha256 | name: hash | error | its path has",
                "https://{host} | https://{server} | error | variables",
                // What leaves a reader alone.
                "contact: | x-contact: | warning | no contact",
                "license: | x-license: | warning | no license",
                ", identifier: Apache-2.0 | `` | warning | no identifier",
                "summary: How an order stands. | x-summary: no | warning | no summary",
                "tags: [Events] | x-tags: [Events] | warning | no tag",
                "operationId: match⏎ | x-id: match⏎ | warning | no operationId",
                "description: Whose. | x-description: no | warning | no description",
                // Examples that fit nothing.
                "certType: '1' | certType: 1 | error | certType",
                "version: 1⏎ | version: 0⏎ | error | version",
                "{ filed: [] } | { filed: nothing } | error | filed",
                "example: '\"1\"' | example: '1' | error | ",
                "enum: [NONE, MINE, OTHERS] | enum: [NONE, NONE, OTHERS] | error | twice",
                "required: [filings, more] | required: [filings, mor] | error | mor",
            })
    void findsWhatIsWrong(String right, String wrong, String kind, String what) {
        String mended = wrong == null ? "" : wrong.replace('⏎', '\n');
        List<Finding> found = OpenApiLint.of(changed(right.replace('⏎', '\n'), mended));

        assertThat(found)
                .anyMatch(
                        each ->
                                each.error() == kind.equals("error")
                                        && each.toString().contains(what == null ? "" : what));
    }

    private static String changed(String right, String wrong) {
        assertThat(FILE).contains(right);
        return FILE.replace(right, wrong);
    }
}
