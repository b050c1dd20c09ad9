package io.beian.preview;

import io.beian.conversation.Conversations;
import io.beian.filing.IcpFiling;
import io.beian.outbox.Channel;
import io.beian.outbox.Pictures;
import io.beian.paper.Paper;
import io.beian.wording.Wording;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Wires the preview. */
@Configuration(proxyBeanMethods = false)
class PreviewConfiguration {

    @Bean
    Paper paper() {
        return new Paper();
    }

    @Bean
    Sheets sheets(IcpFiling filing, Wording wording, Pictures pictures, Clock clock) {
        return new Sheets(filing, wording, pictures, clock);
    }

    @Bean
    PreviewLinks previewLinks(
            StringRedisTemplate redis, PreviewSettings settings, PreviewSettings.Base base) {
        return new PreviewLinks(
                redis, new SecureRandom(), settings.linkLives(), base.publicBaseUrl(), "preview");
    }

    @Bean
    PreviewLinks ownDataLinks(
            StringRedisTemplate redis, PreviewSettings settings, PreviewSettings.Base base) {
        return new PreviewLinks(
                redis, new SecureRandom(), settings.linkLives(), base.publicBaseUrl(), "mine");
    }

    @Bean
    ExportHandler exportHandler(@Qualifier("ownDataLinks") PreviewLinks links) {
        return new ExportHandler(links);
    }

    @Bean
    OwnDataSheet ownDataSheet(IcpFiling filing, Sheets sheets, Wording wording) {
        return new OwnDataSheet(filing, sheets, wording);
    }

    @Bean
    MakeFooterHandler makeFooterHandler(PreviewSettings.Base base) {
        return new MakeFooterHandler(base.publicBaseUrl());
    }

    @Bean
    DrawPreviewHandler drawPreviewHandler(
            Conversations conversations,
            Sheets sheets,
            Paper paper,
            @Qualifier("previewLinks") PreviewLinks links,
            Channel channel,
            PreviewSettings settings) {
        return new DrawPreviewHandler(
                conversations, sheets, paper, links, channel, settings.pagesInChat());
    }
}
