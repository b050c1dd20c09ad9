package io.beian.sandbox.wechat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Wires the simulated WeChat. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@EnableConfigurationProperties(SimulatorSettings.class)
@Import({
    FakeApi.class,
    FakeNoticeApi.class,
    FakeAgentApi.class,
    FakeVisitorApi.class,
    TokenApi.class,
    PhoneApi.class,
    PhoneShell.class,
    NoticeDesk.class,
    AgentDesk.class
})
class SimulatorConfiguration {

    @Bean
    World wechatWorld(ObjectProvider<InstantSource> clock) {
        return new World(clock.getIfAvailable(InstantSource::system), new SecureRandom());
    }

    @Bean
    Chats wechatChats(SimulatorSettings settings, World world, Words words, JsonMapper json) {
        Chats chats = new Chats(new Journal(settings.dataDir(), json), world.clock());
        words.list("users").stream()
                .filter(openid -> !chats.knows(openid))
                .forEach(openid -> join(chats, openid, words.of("user." + openid)));
        return chats;
    }

    @Bean
    Words wechatWords() {
        return new Words();
    }

    @Bean
    Samples wechatSamples(Words words) {
        return new Samples(words);
    }

    @Bean
    MediaShelf wechatMedia(SimulatorSettings settings, World world) {
        return new MediaShelf(settings.dataDir(), world.clock(), world.random());
    }

    @Bean
    AccountMenu wechatMenu(SimulatorSettings settings, JsonMapper json) {
        return new AccountMenu(settings.dataDir(), json);
    }

    @Bean
    AccessTokens wechatTokens(SimulatorSettings settings, World world, JsonMapper json) {
        Path directory = settings.dataDir();
        return new AccessTokens(directory, json, world.clock(), world.random());
    }

    @Bean
    Acts wechatActs(
            MediaShelf media,
            Samples samples,
            Words words,
            SimulatorSettings settings,
            World world) {
        return new Acts(media, samples, words, settings, world.random());
    }

    @Bean(destroyMethod = "shutdownNow")
    WechatThreads wechatThreads() {
        return new WechatThreads(
                Executors.newCachedThreadPool(daemons("wechat-")),
                Executors.newSingleThreadExecutor(daemons("wechat-feed-")));
    }

    @Bean
    LiveFeed wechatFeed(Chats chats, WechatThreads threads) {
        return new LiveFeed(chats, threads.inOrder());
    }

    @Bean
    Typing wechatTyping(Chats chats, LiveFeed feed, World world) {
        return new Typing(chats, feed, world.clock());
    }

    @Bean
    Faults wechatFaults() {
        return new Faults();
    }

    @Bean
    ServiceMessages wechatServiceMessages(
            Chats chats, MediaShelf media, Faults faults, World world) {
        return new ServiceMessages(chats, media, faults, world.clock());
    }

    @Bean
    Templates wechatTemplates(JsonMapper json) {
        return Templates.read(json);
    }

    @Bean
    NoticeMessages wechatNoticeMessages(
            Chats chats,
            Templates templates,
            Faults faults,
            WechatServer server,
            World world,
            JsonMapper json) {
        return new NoticeMessages(chats, templates, faults, server, world.clock(), json);
    }

    @Bean
    ServiceRoom wechatServiceRoom(Chats chats, WechatServer server, World world) {
        return new ServiceRoom(chats, server, world.clock());
    }

    @Bean
    JsTickets wechatJsTickets(World world) {
        return new JsTickets(world.clock(), world.random());
    }

    @Bean
    VisitorCodes wechatVisitorCodes(World world) {
        return new VisitorCodes(world.clock(), world.random());
    }

    @Bean
    FilterRegistrationBean<PhoneBrowser> wechatPhoneBrowser() {
        return new FilterRegistrationBean<>(new PhoneBrowser());
    }

    @Bean
    WechatServer wechatServer(
            SimulatorSettings settings,
            Chats chats,
            MediaShelf media,
            World world,
            WechatThreads threads) {
        SafeMode safeMode = new SafeMode(settings.token(), settings.aesKey(), world.random());
        Packing packing = new Packing(safeMode, settings, world.clock(), world.random());
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.patience())
                        .build();
        ReplyReader replies = new ReplyReader(safeMode, settings, media::alive);
        Delivery delivery = new Delivery(http, settings, replies);
        return new WechatServer(
                chats, packing, delivery, world.clock(), world.random(), threads.workers());
    }

    @Bean
    WebMvcConfigurer wechatTokenCheck(AccessTokens tokens, JsonMapper json) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new TokenCheck(tokens, json))
                        .addPathPatterns(FakeApi.HOST + "/**")
                        .excludePathPatterns(
                                FakeApi.PATH + "/stable_token", FakeVisitorApi.SNS + "/**");
            }
        };
    }

    private static void join(Chats chats, String openid, String nickname) {
        chats.add(openid, Entry.Kind.JOINED, "", Map.of("nickname", nickname));
    }

    private static CustomizableThreadFactory daemons(String prefix) {
        CustomizableThreadFactory factory = new CustomizableThreadFactory(prefix);
        factory.setDaemon(true);
        return factory;
    }

    /** The simulator's threads: those that deliver, and the one that keeps phones up to date. */
    record WechatThreads(ExecutorService workers, ExecutorService inOrder) {

        void shutdownNow() {
            workers.shutdownNow();
            inOrder.shutdownNow();
        }
    }
}
