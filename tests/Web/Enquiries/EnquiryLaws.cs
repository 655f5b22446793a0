using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Enquiries;

/// <summary>What holds after any history, whichever of its acts the process died after.</summary>
public sealed class EnquiryLaws(GivenPlaces given) : IClassFixture<GivenPlaces>
{
    private const int Acts = 60;

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public async Task GivenAnyHistory_WhenRecovered_ThenNoEnquiryOutlivesItsPersonsStayAndBothSidesSayTheSame(int seed)
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
        var wards = sites.Where(site => site.Kind == SiteKind.Ward).ToList();
        foreach (var (place, enquiry) in sites.SelectMany(site => site.Enquiries.Open, (site, enquiry) => (site, enquiry)))
        {
            wards.Any(ward => ward.Stays.Find(enquiry.Stay) is not null).ShouldBeTrue($"{enquiry.Stay} is asked about at {place.Key} and on no ward");
        }

        EnquiryMismatches.Among(sites, _ => sites, sites, now, TimeSpan.Zero).ShouldBeEmpty();
        foreach (var ward in wards)
        {
            var boards = given.Board.Services.GetRequiredService<Board.Boards>();
            var naive = sites.SelectMany(site => site.Enquiries.Open).Count(enquiry => ward.Stays.Find(enquiry.Stay) is { } stay && stay.AdmittedAt <= enquiry.Made.At + Limits.ClockDifference);
            PlacesAsked.For(boards, ward, now).SelectMany(asked => asked).Count(asked => asked.IsOpen).ShouldBe(naive);
        }
    }

    /// <summary>One act of somebody; after some of them the process dies, so that the other side is not told.</summary>
    private async Task Act(Random random, Places places, string operation)
    {
        var site = places.All[random.Next(places.All.Length)];
        if (CommandOf(random, places, await given.Read(site)) is not { } command)
        {
            return;
        }

        var outcome = await given.Tell(site, command, operation);
        if (outcome.IsAccepted && random.Next(3) > 0)
        {
            await given.FollowUp.Run(site, command, "The deputy");
            await given.Enquiries.Run(site, command, "The deputy");
        }
    }

    private static SiteCommand? CommandOf(Random random, Places places, Site site)
    {
        var reference = $"S-{random.Next(4)}";
        if (site.Kind == SiteKind.Ward)
        {
            return random.Next(8) switch
            {
                < 4 => new AdmitStay(reference, reference),
                4 => new DischargeStay(reference, Destination.UsualResidence),
                5 => new CancelAdmission(reference, "Wrong person"),
                6 => new CancelDischarge(reference, "Still here"),
                _ => new BeginTransfer(reference, site.Key == places.Ward ? places.OtherWard : places.Ward, $"T{reference}"),
            };
        }

        var type = site.Kind == SiteKind.CareHome ? BedType.GeneralNursing : BedType.StepDown;
        var enquiry = site.Enquiries.Open.IsEmpty ? "none" : site.Enquiries.Open[random.Next(site.Enquiries.Open.Length)].Id;
        var hold = site.Capacity.Holds.IsEmpty ? "none" : site.Capacity.Holds[random.Next(site.Capacity.Holds.Length)].Id;
        return random.Next(10) switch
        {
            < 4 => new MakeEnquiry(type, reference, random.Next(2) == 0 ? places.Ward : places.OtherWard),
            4 => new AnswerEnquiry(enquiry, PlaceAnswer.Now),
            5 => new AnswerEnquiry(enquiry, PlaceAnswer.No, Reason: NoReason.Staffing),
            6 => places.Hold(reference, type: type),
            7 => new AcceptHold(hold),
            8 => new DeclineHold(hold, "Staffing"),
            _ => site.Kind == SiteKind.CareHome ? new AdmitOnHold(hold) : null,
        };
    }
}
