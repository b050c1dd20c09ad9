package io.beian.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A type, seen as a function from what was typed to its full text. */
record ValueType(String name, Set<String> flaws, Function<String, Checked<String>> check) {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static final List<ValueType> PEOPLE =
            List.of(
                    new ValueType(
                            "ResidentId",
                            ResidentId.FLAWS,
                            t -> ResidentId.check(t, TODAY).map(ResidentId::text)),
                    new ValueType(
                            "LegacyResidentId",
                            LegacyResidentId.FLAWS,
                            t -> LegacyResidentId.check(t, TODAY).map(LegacyResidentId::text)),
                    new ValueType(
                            "ResidencePermit",
                            ResidencePermit.FLAWS,
                            t -> ResidencePermit.check(t, TODAY).map(ResidencePermit::text)),
                    new ValueType(
                            "PermanentResidenceCard",
                            PermanentResidenceCard.FLAWS,
                            t ->
                                    PermanentResidenceCard.check(t, TODAY)
                                            .map(PermanentResidenceCard::text)),
                    new ValueType(
                            "HkMacaoPermit",
                            HkMacaoPermit.FLAWS,
                            t -> HkMacaoPermit.check(t).map(HkMacaoPermit::text)),
                    new ValueType(
                            "TaiwanPermit",
                            TaiwanPermit.FLAWS,
                            t -> TaiwanPermit.check(t).map(TaiwanPermit::text)),
                    new ValueType(
                            "Passport", Passport.FLAWS, t -> Passport.check(t).map(Passport::text)),
                    new ValueType(
                            "PersonName",
                            PersonName.FLAWS,
                            t -> PersonName.check(t).map(PersonName::text)));

    private static final List<ValueType> SPONSORS =
            List.of(
                    new ValueType(
                            "CreditCode",
                            CreditCode.FLAWS,
                            t -> CreditCode.check(t).map(CreditCode::text)),
                    new ValueType(
                            "OrganizationCode",
                            OrganizationCode.FLAWS,
                            t -> OrganizationCode.check(t).map(OrganizationCode::text)),
                    new ValueType(
                            "RegistrationNumber",
                            RegistrationNumber.FLAWS,
                            t -> RegistrationNumber.check(t).map(RegistrationNumber::text)),
                    new ValueType(
                            "OldLicence",
                            OldLicence.FLAWS,
                            t -> OldLicence.check(t).map(OldLicence::text)),
                    new ValueType(
                            "OldInstitutionNumber",
                            OldInstitutionNumber.FLAWS,
                            t -> OldInstitutionNumber.check(t).map(OldInstitutionNumber::text)),
                    new ValueType(
                            "RegistrationText",
                            RegistrationText.FLAWS,
                            t -> RegistrationText.check(t).map(RegistrationText::text)),
                    new ValueType(
                            "LawFirmLicence",
                            LawFirmLicence.FLAWS,
                            t -> LawFirmLicence.check(t).map(LawFirmLicence::text)),
                    new ValueType(
                            "MilitaryUnit",
                            MilitaryUnit.FLAWS,
                            t -> MilitaryUnit.check(t).map(MilitaryUnit::text)),
                    new ValueType(
                            "UnitName", UnitName.FLAWS, t -> UnitName.check(t).map(UnitName::text)),
                    new ValueType(
                            "UnitName abroad",
                            Set.of("empty", "letters", "length", "oldCharacter"),
                            t -> UnitName.checkOverseas(t).map(UnitName::text)));

    private static final List<ValueType> OTHERS =
            List.of(
                    new ValueType("Mobile", Mobile.FLAWS, t -> Mobile.check(t).map(Mobile::text)),
                    new ValueType(
                            "Landline", Landline.FLAWS, t -> Landline.check(t).map(Landline::text)),
                    new ValueType("Email", Email.FLAWS, t -> Email.check(t).map(Email::text)),
                    new ValueType(
                            "LicenceNumber",
                            LicenceNumber.FLAWS,
                            t -> LicenceNumber.check(t).map(LicenceNumber::text)),
                    new ValueType(
                            "SiteAddress",
                            SiteAddress.FLAWS,
                            t -> SiteAddress.check(t).map(SiteAddress::text)),
                    new ValueType(
                            "HomeUrl",
                            HomeUrl.FLAWS,
                            t -> HomeUrl.check(t, "example.com").map(HomeUrl::text)),
                    new ValueType(
                            "SiteName", SiteName.FLAWS, t -> SiteName.check(t).map(SiteName::text)),
                    new ValueType(
                            "PostalAddress",
                            PostalAddress.FLAWS,
                            t -> PostalAddress.check(t).map(PostalAddress::text)),
                    new ValueType(
                            "CaptureCode",
                            CaptureCode.FLAWS,
                            t -> CaptureCode.check(t).map(CaptureCode::text)),
                    new ValueType(
                            "Province", Province.FLAWS, t -> Province.check(t).map(Province::text)),
                    new ValueType(
                            "ValidUntil",
                            ValidUntil.FLAWS,
                            t -> ValidUntil.check(t, TODAY).map(ValidUntil::text)));

    /** Every type there is. */
    static List<ValueType> all() {
        return Stream.of(PEOPLE, SPONSORS, OTHERS).flatMap(List::stream).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
