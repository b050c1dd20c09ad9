package io.beian;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** Who may import whom. The rooms and arrows are those of the README. */
@AnalyzeClasses(
        packages = "io.beian",
        importOptions = {ImportOption.DoNotIncludeTests.class, HouseTest.NoTestJars.class})
class HouseTest {

    /** The talks come to this module in a jar. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final List<String> DIALOGS =
            List.of("form", "value", "order", "dialogue", "filing");

    @ArchTest static final ArchRule FORM = room("form");
    @ArchTest static final ArchRule VALUE = room("value");
    @ArchTest static final ArchRule ORDER = room("order");
    @ArchTest static final ArchRule DIALOGUE = room("dialogue", "form", "value", "order");
    @ArchTest static final ArchRule FILING = room("filing", "form", "value", "order", "dialogue");
    @ArchTest static final ArchRule WORDING = room("wording", "form", "order", "dialogue");
    @ArchTest static final ArchRule PAPER = room("paper", "filing", "wording");
    @ArchTest static final ArchRule REDIS = room("redis", "privacy");
    @ArchTest static final ArchRule PRIVACY = room("privacy");
    @ArchTest static final ArchRule HTTP = room("http");

    @ArchTest
    static final ArchRule CONVERSATION =
            room("conversation", "form", "dialogue", "filing", "wording", "privacy", "redis");

    @ArchTest
    static final ArchRule OUTBOX =
            room("outbox", "form", "dialogue", "conversation", "privacy", "redis");

    @ArchTest
    static final ArchRule WECHAT =
            room("wechat", "dialogue", "wording", "conversation", "outbox", "privacy", "redis");

    @ArchTest static final ArchRule PHOTO = room("photo", "dialogue", "outbox", "privacy");

    @ArchTest static final ArchRule LINK = room("link", "dialogue", "wording", "paper", "outbox");

    @ArchTest
    static final ArchRule PREVIEW =
            room(
                    "preview",
                    "form",
                    "value",
                    "dialogue",
                    "filing",
                    "wording",
                    "paper",
                    "conversation",
                    "outbox",
                    "link");

    @ArchTest
    static final ArchRule BACKEND =
            room(
                    "backend",
                    "form",
                    "value",
                    "dialogue",
                    "filing",
                    "conversation",
                    "outbox",
                    "paper",
                    "privacy",
                    "redis");

    @ArchTest
    static final ArchRule NOTIFY =
            room(
                    "notify",
                    "dialogue",
                    "wording",
                    "conversation",
                    "outbox",
                    "link",
                    "privacy",
                    "redis");

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_THE_SANDBOX =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.beian.sandbox..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.beian.sandbox..");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("io.beian.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes()
                    .that()
                    .resideInAPackage("io.beian..")
                    .should(
                            new ArchCondition<>("live in a package marked with @NullMarked") {
                                @Override
                                public void check(JavaClass each, ConditionEvents events) {
                                    boolean marked =
                                            each.getPackage().isAnnotatedWith(NullMarked.class);
                                    events.add(
                                            new SimpleConditionEvent(each, marked, each.getName()));
                                }
                            });

    @ArchTest
    static final ArchRule WXJAVA_IN_WECHAT = only("wechat", "me.chanjar..", "cn.binarywang..");

    @ArchTest
    static final ArchRule PDFBOX_IN_PAPER =
            only("paper", "org.apache.pdfbox..", "org.apache.fontbox..", "com.openhtmltopdf..");

    @ArchTest
    static final ArchRule PICTURES_IN_PHOTO = only("photo", "net.coobird..", "com.twelvemonkeys..");

    @ArchTest
    static final ArchRule TOMCAT_IN_HTTP =
            only("http", "org.apache.catalina..", "org.apache.coyote..");

    @ArchTest static final ArchRule S3_IN_PHOTO = only("photo", "software.amazon.awssdk..");

    @ArchTest static final ArchRule TINK_IN_PRIVACY = only("privacy", "com.google.crypto.tink..");

    @ArchTest
    static final ArchRule NO_SPRING_IN_DIALOGS_AND_TEMPLATES =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.beian.form..",
                            "io.beian.value..",
                            "io.beian.order..",
                            "io.beian.dialogue..",
                            "io.beian.filing..",
                            "io.beian.wording..",
                            "io.beian.paper..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "tools.jackson..", "io.lettuce..");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_CLOCK_AND_NO_CHANCE =
            noClasses()
                    .that()
                    .resideInAnyPackage(inner(DIALOGS))
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Random.class)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.io..", "java.net.http..", "java.nio.file..");

    private static String[] inner(List<String> rooms) {
        return rooms.stream().map(name -> "io.beian." + name + "..").toArray(String[]::new);
    }

    /** A room may import itself, the rooms named and what is not ours. */
    private static ArchRule room(String name, String... mayImport) {
        String[] allowed = new String[mayImport.length + 1];
        allowed[0] = "io.beian." + name + "..";
        for (int i = 0; i < mayImport.length; i++) {
            allowed[i + 1] = "io.beian." + mayImport[i] + "..";
        }
        DescribedPredicate<JavaClass> ours = resideInAPackage("io.beian..");
        return classes()
                .that()
                .resideInAPackage("io.beian." + name + "..")
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.not(ours).or(resideInAnyPackage(allowed)))
                .allowEmptyShould(true);
    }

    private static ArchRule only(String room, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("io.beian." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }
}
