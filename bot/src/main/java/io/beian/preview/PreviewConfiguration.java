package io.beian.preview;

import io.beian.conversation.Conversations;
import io.beian.filing.IcpFiling;
import io.beian.link.Links;
import io.beian.link.OwnPage;
import io.beian.outbox.Channel;
import io.beian.outbox.Pictures;
import io.beian.paper.Paper;
import io.beian.wording.Wording;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    OwnPage previewOwnPage(Wording wording) {
        return new OwnPage(
                PreviewPage.PATH, wording.plain("preview.gone"), wording.plain("preview.other"));
    }

    @Bean
    OwnPage ownDataOwnPage(Wording wording) {
        return new OwnPage(
                OwnDataPage.PATH, wording.plain("export.gone"), wording.plain("export.other"));
    }

    @Bean
    ExportHandler exportHandler(Links links, PreviewSettings settings) {
        return new ExportHandler(links, settings.linkLives());
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
            Links links,
            Channel channel,
            PreviewSettings settings) {
        return new DrawPreviewHandler(conversations, sheets, paper, links, channel, settings);
    }
}
