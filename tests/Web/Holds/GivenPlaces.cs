using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Journal;
using CapacityBoard.Projections;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapacityBoard.Holds;

/// <summary>A server with two wards of a hospital, and homes, a unit and an agency where beds are held for their people.</summary>
public sealed class GivenPlaces : IAsyncLifetime
{
    private int _localities;

    public GivenPlaces() => Board = new() { Configure = builder => builder.Services.AddSingleton<TimeProvider>(Clock) };

    public TestBoard Board { get; }

    public ShiftedClock Clock { get; } = new();

    internal EnquiryFollowUp Enquiries => Board.Services.GetRequiredService<EnquiryFollowUp>();

    internal HoldFollowUp FollowUp => Board.Services.GetRequiredService<HoldFollowUp>();

    private ISiteClient Sites => Board.Services.GetRequiredService<ISiteClient>();

    public ValueTask InitializeAsync() => Board.InitializeAsync();

    public ValueTask DisposeAsync() => Board.DisposeAsync();

    /// <summary>A hospital in a locality of its own, and places to go to in another.</summary>
    internal async Task<Places> New()
    {
        var number = Interlocked.Increment(ref _localities);
        var (here, there) = ($"here-{number}", $"there-{number}");
        var places = new Places(
            SiteKey.OfWard(here, "stepping-hill", "a1"), SiteKey.OfWard(here, "stepping-hill", "b2"), SiteKey.Of(there, "the-limes"), SiteKey.Of(there, "the-oaks"), SiteKey.Of(there, "opal-house"));
        foreach (var ward in new[] { places.Ward, places.OtherWard })
        {
            (await Board.Register(SiteKind.Ward, ward)).ThenAccepted();
            await Say(ward, new DeclareVacancies([new(BedType.Inpatient, 20, 0)]));
        }

        await Board.CareHome(places.Home.Name, 20, 6, there);
        await Board.CareHome(places.OtherHome.Name, 20, 6, there);
        (await Board.Register(SiteKind.IntermediateCareUnit, places.Unit)).ThenAccepted();
        await Say(places.Unit, new DeclareVacancies([new(BedType.StepDown, 20, 0)]));
        await Board.OnTheBoard(places.Ward);
        await Board.OnTheBoard(places.Unit);
        return places;
    }

    internal static SiteKind KindOf(SiteKey site) => site.Hospital is not null ? SiteKind.Ward : site.Name == "opal-house" ? SiteKind.IntermediateCareUnit : SiteKind.CareHome;

    /// <summary>Over the API, so that what follows at the other side is done.</summary>
    internal async Task Say(SiteKey site, SiteCommand command, string? operation = null) =>
        (await Board.Say(KindOf(site), site, command, operation)).ThenAccepted();

    /// <summary>To the site alone: as where the process dies before it has told the other side.</summary>
    internal Task<Outcome> Tell(SiteKey site, SiteCommand command, string? operation = null) =>
        Sites.Execute(KindOf(site), site, new(command, operation ?? Guid.CreateVersion7().ToString("n"), "The deputy"));

    internal Task<Site> Read(SiteKey site) => Sites.Read(KindOf(site), site);

    /// <summary>What the server does now and then by itself, once nothing that was done can be under way any more.</summary>
    internal async Task Recover()
    {
        Clock.Shift += TimeSpan.FromMinutes(2);
        await Board.Services.GetRequiredService<FoldProgress>().UpToDate(CancellationToken.None);
        await Board.Services.GetServices<IHostedService>().OfType<HoldRecovery>().Single().FinishLost();
        await Board.Services.GetRequiredService<FoldProgress>().UpToDate(CancellationToken.None);
        await Board.Services.GetServices<IHostedService>().OfType<EnquiryRecovery>().Single().FinishLost();
        await Board.Services.GetRequiredService<FoldProgress>().UpToDate(CancellationToken.None);
    }

    internal Task<long> LastPosition() => Board.Services.GetRequiredService<IJournal>().LastPosition();
}

internal sealed record Places(SiteKey Ward, SiteKey OtherWard, SiteKey Home, SiteKey OtherHome, SiteKey Unit)
{
    public SiteKey[] All => [Ward, OtherWard, Home, OtherHome, Unit];

    public PlaceHold Hold(string stay, SiteKey? from = null, BedType type = BedType.GeneralNursing) => new(type, stay, From: from ?? Ward);
}
