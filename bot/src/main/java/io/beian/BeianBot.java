package io.beian;

import io.beian.conversation.ReaskCommand;
import io.beian.privacy.KeysCommand;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Beian Bot: for the account that is named, or in sandbox mode if there is none. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class BeianBot {

    private static final String SANDBOX = "sandbox";

    public static void main(String[] args) {
        if (Arrays.asList(args).contains(ReaskCommand.ARGUMENT)) {
            ReaskCommand.run(args, System.out);
            return;
        }
        Optional<String> keys = KeysCommand.asked(args);
        if (keys.isPresent()) {
            if (!KeysCommand.run(keys.get(), args, System.out)) {
                System.exit(1);
            }
            return;
        }
        SpringApplication application = new SpringApplication(BeianBot.class);
        if (!knowsWhatToBe(args, System.getenv(), System.getProperties())) {
            application.setAdditionalProfiles(SANDBOX);
        }
        application.run(args);
    }

    /** Whether an account or a profile is named where it can be seen before anything is read. */
    static boolean knowsWhatToBe(
            String[] args, Map<String, String> environment, Properties properties) {
        return Arrays.stream(args)
                        .anyMatch(
                                arg ->
                                        arg.startsWith("--beian.wechat.app-id=")
                                                || arg.startsWith("--spring.profiles.active=")
                                                || arg.startsWith("--spring.config."))
                || environment.containsKey("BEIAN_WECHAT_APP_ID")
                || environment.containsKey("BEIAN_WECHAT_APPID")
                || environment.containsKey("SPRING_PROFILES_ACTIVE")
                || properties.containsKey("beian.wechat.app-id")
                || properties.containsKey("spring.profiles.active");
    }
}
