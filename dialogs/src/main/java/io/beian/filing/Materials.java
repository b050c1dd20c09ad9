package io.beian.filing;

import io.beian.form.Key;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Sensitivity;

/** The picture slots of an order (材料). */
final class Materials {

    private Materials() {}

    static Question<?>[] ofSponsor() {
        return new Question<?>[] {
            photo("photo.licence", "营业执照", "执照照片"),
            photo("photo.idFront", "主体负责人身份证人像面", "身份证人像面", "身份证正面"),
            photo("photo.idBack", "主体负责人身份证国徽面", "身份证国徽面", "身份证反面"),
            photo("photo.extra", "补充材料").being(Trait.SUPPLEMENT, Trait.ON_REQUEST)
        };
    }

    static Question<?>[] ofSite() {
        return new Question<?>[] {
            photo("site.*.photo.approval", "前置审批文件", "批文").when(SiteForm.NEEDS_APPROVAL),
            photo("site.*.photo.idFront", "网站负责人身份证人像面").when(SiteForm.OTHER_PERSON),
            photo("site.*.photo.idBack", "网站负责人身份证国徽面").when(SiteForm.OTHER_PERSON),
            photo("site.*.photo.verify", "核验照", "核验照片", "网站负责人照片"),
            photo("site.*.photo.extra", "网站补充材料").being(Trait.SUPPLEMENT, Trait.ON_REQUEST)
        };
    }

    private static Question<String> photo(String id, String... names) {
        return Question.ask(Key.text(id), Sensitivity.SENSITIVE, Parsers.picture())
                .named(names)
                .being(Trait.PICTURE);
    }
}
