package io.beian.filing;

import static io.beian.dialogue.Procedure.MATCH;
import static io.beian.dialogue.Procedure.ORDER;

import io.beian.form.Form;
import io.beian.form.Section;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The form of a website filing (ICP备案). Every question stands once in one of the parts; preview,
 * submission and reviewers' remarks follow from it.
 */
final class IcpForm {

    private IcpForm() {}

    static Form make() {
        return new Form(
                Stream.of(
                                Section.once("consent", MATCH, MatchForm.consent()),
                                Section.once("match", MATCH, IdentityForm.questions()),
                                Section.each(Keys.SITE, "domain", MATCH, MatchForm.domain()),
                                Section.once("old", MATCH, MatchForm.old()),
                                Section.once("proof", MATCH, MatchForm.shell(), MatchForm.proof()),
                                Section.once("sponsor", ORDER, SponsorForm.questions()),
                                Section.once("principal", ORDER, People.ofSponsor()),
                                Section.each(Keys.SITE, "site", ORDER, SiteForm.questions()),
                                Section.once("photos", ORDER, Materials.ofSponsor()),
                                Section.each(Keys.SITE, "sitePhotos", ORDER, Materials.ofSite()))
                        .map(NonAnswers::kept)
                        .map(Refusals::shown)
                        .toList(),
                Map.of());
    }
}
