using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Holds;

/// <summary>What holds after any history, whichever of its acts the process died after.</summary>
public sealed class HoldLaws(GivenPlaces given) : IClassFixture<GivenPlaces>
{
    private const int Acts = 50;

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public async Task GivenAnyHistoryOfHoldsAndStays_WhenRecovered_ThenWhoeverIsInTwoPlacesIsToBeConfirmed(int seed)
    {
        var random = new Random(seed);
        var places = await given.New();
        for (var act = 0; act < Acts; act++)
        {
            await Act(random, places, $"{seed}-{act}");
        }

        await given.Recover();

        var sites = await Task.WhenAll(places.All.Select(given.Read));
        var now = given.Clock.GetUtcNow();
        HeldForNobody.Among(sites, _ => sites, now, TimeSpan.Zero).ShouldAllBe(held => held.Left == null);
        Reported(sites, now).ShouldBe(InTwoPlaces(sites), ignoreOrder: true);
        sites.ShouldAllBe(site => site.Capacity.Lines.All(line => site.Capacity.Unpromised(line, now) >= 0));
        sites.Where(site => site.Kind == SiteKind.Ward).ShouldAllBe(ward => ward.Capacity.Line(BedType.Inpatient)!.Occupied == ward.Stays.All.Length);
    }

    /// <summary>Who is asked of their ward or unit.</summary>
    private static List<(string Reference, SiteKey Place)> Reported(Site[] sites, DateTimeOffset now)
    {
        var held = PlacesHeld.LiveFor(sites, now);
        return
        [
            .. from site in sites
               from stay in site.Stays.All
               let reported = ReportedArrival.Of(stay, held(new(site, stay)))
               where reported is not null
               select (stay.Reference, reported.Held.Place),
        ];
    }

    /// <summary>Who is on a ward although a place says that they came to it since, the last place first.</summary>
    private static IEnumerable<(string Reference, SiteKey Place)> InTwoPlaces(Site[] sites) =>
        from ward in sites.Where(site => site.Kind == SiteKind.Ward)
        from stay in ward.Stays.All
        let came = (from place in sites
                    where place.Kind != SiteKind.Ward
                    from ended in place.Capacity.Ended
                    where ended.Ending == HoldEnding.Admitted && ended.Hold.Stay == stay.Reference && ended.Ended.At > stay.AdmittedAt && ended.Hold.Placed.At >= stay.AdmittedAt
                    select place.Key).ToList()
        where came.Count > 0
        select (stay.Reference, came[0]);

    /// <summary>One act of somebody; after some of them the process dies, so that the other side is not told.</summary>
    private async Task Act(Random random, Places places, string operation)
    {
        var site = places.All[random.Next(places.All.Length)];
        var state = await given.Read(site);
        if (CommandOf(random, places, state) is not { } command)
        {
            return;
        }

        var outcome = await given.Tell(site, command, operation);
        if (random.Next(3) > 0)
        {
            await (outcome.IsAccepted ? given.FollowUp.Run(site, command, "The deputy") : Task.CompletedTask);
        }
    }

    private static SiteCommand? CommandOf(Random random, Places places, Site site)
    {
        var reference = $"S-{random.Next(4)}";
        var ward = random.Next(2) == 0 ? places.Ward : places.OtherWard;
        var hold = site.Capacity.Holds.IsEmpty ? null : site.Capacity.Holds[random.Next(site.Capacity.Holds.Length)];
        if (site.Kind == SiteKind.Ward)
        {
            return random.Next(7) switch
            {
                < 3 => new AdmitStay(reference, reference),
                3 => new DischargeStay(reference, (Destination)random.Next(7), To: random.Next(2) == 0 ? places.Home : null),
                4 => new CancelAdmission(reference, "Wrong person"),
                5 => new CancelDischarge(reference, "Still here"),
                _ => new BeginTransfer(reference, site.Key == places.Ward ? places.OtherWard : places.Ward, $"T{reference}"),
            };
        }

        return random.Next(6) switch
        {
            < 3 => places.Hold(reference, ward, site.Kind == SiteKind.CareHome ? BedType.GeneralNursing : BedType.StepDown),
            3 when random.Next(3) == 0 && site.Kind == SiteKind.CareHome && site.Capacity.Ended.LastOrDefault() is { } ended => new DenyArrival(ended.Hold.Id, ward),
            _ when hold is null => null,
            3 or 4 => site.Kind == SiteKind.CareHome ? new AdmitOnHold(hold.Id) : new AdmitStay(hold.Stay!, hold.Stay!, BedType.StepDown, Hold: hold.Id),
            _ => random.Next(2) == 0 ? new AcceptHold(hold.Id) : new DeclineHold(hold.Id, "Infection here"),
        };
    }
}
