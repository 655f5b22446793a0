using System.Reflection;
using CapacityBoard.Assessments;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Offers;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using MessagePack;

namespace CapacityBoard.Reports.Facts;

/// <summary>Stored facts outlive the version that wrote them.</summary>
public sealed class FactCodecTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "Reports", "Facts", "facts.golden");

    private static readonly Recorded First = new(41, new(2026, 3, 2, 9, 0, 0, 7, TimeSpan.Zero), SiteKey.OfWard("stockport", "stepping-hill", "a1"));

    private static readonly Recorded Second = new(43, new(2026, 3, 2, 11, 30, 0, TimeSpan.Zero), SiteKey.Of("stockport", "opal-house"));

    private static readonly StayNotes Notes =
        new(First.At.AddHours(-2), new(DelayReason.Equipment, DelayOwner.SocialCare, new(2026, 3, 1)), Pathway.P1);

    private static readonly Fact[] Examples =
    [
        new SiteFact(First, SiteKind.Ward, "A1", "Stepping Hill"),
        new LineFact(First, BedType.Inpatient, 28, 21, 2),
        new DeclarationFact(First, Reopened: true),
        new HoldPlacedFact(First, "hold-1", BedType.StepDown, "S-1", First.At.AddHours(20)),
        new HoldExtendedFact(First, "hold-1", First.At.AddDays(2)),
        new HoldEndedFact(First, "hold-1", HoldEnding.Admitted),
        new ArrivalFact(Second, "S-1", First.Site, First.At.AddDays(-9), First.At, "manchester", Notes),
        new NotesFact(Second, "S-1", Notes),
        new DayFact(Second, "S-1", new(2026, 2, 28), IsGreen: false, DelayReason.Transport),
        new CorrectionFact(Second, "S-1", First.At.AddDays(-10), "stockport"),
        new OptimisedCancelledFact(Second, "S-1"),
        new DischargeFact(Second, "S-1", Second.At.AddMinutes(-40), Destination.Hospice),
        new DischargeCancelledFact(Second, "S-1", Notes with { Delay = null }),
        new AdmissionCancelledFact(Second, "S-1"),
        new AssessmentFact(Second, "S-1", "asked", AssessmentKind.SocialWork, First.At, Second.At, IsDone: true),
        new EnquiryMadeFact(Second, "asked", BedType.StepDown, "S-1", First.Site, Second.At.AddHours(24), IsLastMinute: true),
        new EnquiryAnsweredFact(Second, "asked", PlaceAnswer.WhenFree),
        new HoldResumedFact(Second, "hold-1"),
        new OfferMadeFact(Second, "S-1", "offered", First.Site),
        new OfferAnsweredFact(Second, "S-1", "offered", FamilyAnswer.Declined, DeclineReason.TooFar),
        new OfferWithdrawnFact(Second, "S-1", "offered", WithdrawalReason.NotSuitable),
        new ClosureFact(Second),
    ];

    [Fact]
    public void GivenEveryKindOfFact_ThenThereIsAnExample() => typeof(Fact).GetCustomAttributes<UnionAttribute>().Select(kind => kind.SubType)
        .ShouldBe(Examples.Select(example => example.GetType()));

    /// <summary>
    /// One line for each kind and shape of it that was ever written, and one for all together. Lines are added and never changed:
    /// databases hold them. A new <see cref="FactCodec.Shape"/> begins the file anew.
    /// </summary>
    [Fact]
    public void GivenEveryShapeEverWritten_WhenReadAndWritten_ThenTheSame()
    {
        var lines = System.IO.File.ReadAllLines(File).Select(line => line.Split('\t')).ToList();
        foreach (var line in lines)
        {
            FactCodec.Read(Convert.FromBase64String(line[1])).Select(fact => fact.GetType()).ShouldBe(ExamplesOf(line[0]).Select(fact => fact.GetType()));
        }

        var missing = new List<string>();
        foreach (var name in Examples.Select(example => example.GetType().Name).Append("All"))
        {
            var written = Convert.ToBase64String(FactCodec.Write(ExamplesOf(name)));
            if (lines.LastOrDefault(line => line[0] == name)?[1] != written)
            {
                missing.Add($"{name}\t{written}");
            }

            FactCodec.Read(Convert.FromBase64String(written)).ShouldBe(ExamplesOf(name));
        }

        if (missing is not [])
        {
            Assert.Fail($"Add these lines to tests/Domain/Reports/Facts/facts.golden, and leave those that are there:\n{string.Join('\n', missing)}");
        }
    }

    /// <summary>Facts store these by number: a new one comes last, and none changes its place.</summary>
    [Fact]
    public void GivenTheNumbersOfCodes_ThenTheyAreThoseEverWritten()
    {
        Names<SiteKind>().ShouldStartWith("CareHome IntermediateCareUnit Ward HomeCareProvider");
        Names<BedType>().ShouldStartWith(
            "GeneralResidential DementiaResidential GeneralNursing DementiaNursing LearningDisabilityResidential LearningDisabilityNursing MentalHealthResidential "
            + "MentalHealthNursing YoungPhysicallyDisabled Transitional StepDown StepUp DischargeToAssess Inpatient CarePackage ReablementPackage");
        Names<PlaceAnswer>().ShouldStartWith("Now FromDate WhenFree No");
        Names<HoldEnding>().ShouldStartWith("Admitted Declined Released");
        Names<DelayOwner>().ShouldStartWith("Nhs SocialCare Both Housing");
        Names<Pathway>().ShouldStartWith("P0 P1 P2 P3");
        Names<AssessmentKind>().ShouldStartWith(
            "SocialWork OccupationalTherapy Physiotherapy MentalHealth MentalCapacity Equipment ContinuingHealthcareChecklist ContinuingHealthcareAssessment "
            + "ContinuingHealthcareDecision FastTrack");
        Names<Destination>().ShouldStartWith("UsualResidence CareHome IntermediateCareUnit OtherHospital Hospice Died Other");
    }

    [Theory]
    [InlineData("")]
    [InlineData("kA==")]
    [InlineData("Y2Fubm90IGJlIHJlYWQ=")]
    public void GivenDamagedData_WhenRead_ThenSaidSo(string data) =>
        Should.Throw<InvalidDataException>(() => FactCodec.Read(Convert.FromBase64String(data)));

    private static Fact[] ExamplesOf(string name) => name == "All" ? Examples : [.. Examples.Where(example => example.GetType().Name == name)];

    /// <summary>The names in order of their numbers, which are 0, 1, 2 …</summary>
    private static string Names<TCode>()
        where TCode : struct, Enum
    {
        var codes = Enum.GetValues<TCode>();
        codes.Select(code => Convert.ToInt32(code, null)).ShouldBe(Enumerable.Range(0, codes.Length));
        return string.Join(' ', codes);
    }
}
