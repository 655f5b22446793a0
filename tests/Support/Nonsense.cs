using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using FsCheck;
using FsCheck.Fluent;

namespace CapacityBoard.Support;

/// <summary>
/// Events that no decision would make, in any order, with any numbers and times, about lines, holds and people that do not exist.
/// </summary>
internal static class Nonsense
{
    private static readonly int[] Numbers = [int.MinValue, -1, 0, 1, 3, 2000, int.MaxValue];

    private static readonly DateTimeOffset[] Times = [DateTimeOffset.MinValue, GivenSite.Start, GivenSite.Start.AddDays(9), DateTimeOffset.MaxValue];

    private static readonly string[] Words = ["", "S-1", "S-2", "hold-1", "hold-2", "Mary Smith\n"];

    private static readonly SiteKey Key = GivenSite.KeyOf(SiteKind.Ward);

    private static readonly Gen<(SiteEvent Happened, DateTimeOffset At)> AnyEvent =
        from happened in Gen.Choose(0, 27 + NonsenseAboutEnquiries.Kinds + NonsenseAboutPeople.Kinds)
        from type in Gen.Elements(Enum.GetValues<BedType>())
        from number in Gen.Elements(Numbers)
        from other in Gen.Elements(Numbers)
        from word in Gen.Elements(Words)
        from time in Gen.Elements(Times)
        from at in Gen.Elements(Times)
        select (Of(happened, type, (number, other), word, time), at);

    public static Arbitrary<(SiteEvent Happened, DateTimeOffset At)[]> Any { get; } = Arb.From(Gen.ArrayOf(AnyEvent));

    private static SiteEvent Of(int happened, BedType type, (int One, int Other) number, string word, DateTimeOffset time) => happened switch
    {
        0 => new SiteRegistered(new(SiteKind.HomeCareProvider, word, RegisteredBeds: number.One)),
        1 => new SiteDetailsRevised(new(SiteKind.Ward, word, Position: new(double.MaxValue, number.One))),
        2 => new VacanciesDeclared([new(type, number.One, number.Other, number.One), new(type, number.Other, 0, number.Other)]),
        3 => new UnchangedConfirmed(),
        4 => new BedsClosed(type, number.One, word),
        5 => new BedsReopened(type, number.One),
        6 => new VacancyExpected(word, type, time, word),
        7 => new ExpectedVacancyConfirmed(word, type),
        8 => new ExpectedVacancyCancelled(word, word),
        9 => new PlacementsSuspended(word, number.One > 0 ? type : null, time),
        10 => new SuspensionLifted(number.One > 0 ? type : null),
        11 => new HoldPlaced(word, type, time, word, word, time),
        12 => new HoldExtended(word, time),
        13 => new HoldReleased(word, word),
        14 => new HoldBecameAdmission(word, type, word),
        15 => new StayAdmitted(StayOf(word, type, time), word),
        16 => new BedChanged(word, word),
        17 => new ExpectedDischargeSet(word, DateOnly.MaxValue),
        18 => new MedicallyOptimisedDeclared(word, time),
        19 => new MedicallyOptimisedWithdrawn(word, word),
        20 => new StayDischarged(word, type, Destination.Other, time),
        21 => new TransferBegun(word, Key, word, word),
        22 => new TransferAccepted(StayOf(word, type, time), Key, word),
        23 => new TransferCompleted(word, type, Key),
        24 => new SiteClosed(word),
        25 => new SiteReopened(),
        26 => new TransferAbandoned(word, word),
        27 => new FiguresRequested(),
        < 28 + NonsenseAboutEnquiries.Kinds => NonsenseAboutEnquiries.Of(happened - 28, type, word, time),
        _ => NonsenseAboutPeople.Of(happened - 28 - NonsenseAboutEnquiries.Kinds, type, number.One, word, time),
    };

    internal static Stay StayOf(string word, BedType type, DateTimeOffset time) => new(word, word, type, AgeBand.NotKnown, time, time, word);
}
