using CapacityBoard.Access.Store;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapacityBoard.Access.Audit;

/// <summary>What was recorded is noted and followed up, also where whoever asked for it has gone before the answer.</summary>
public sealed class CutConnectionTests : IAsyncLifetime
{
    private readonly CutConnection _person = new();
    private readonly TestBoard _board;

    /// <summary>Without the recovery, which would do later what the request is to do.</summary>
    public CutConnectionTests() => _board = new()
    {
        Configure = builder =>
        {
            _person.Use(builder);
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(HoldRecovery)));
        },
    };

    public async ValueTask InitializeAsync()
    {
        await _board.InitializeAsync();
        await _person.SignIn(_board.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await _board.DisposeAsync();
        _person.Dispose();
    }

    [Fact]
    public async Task GivenCommandOverTheApi_WhenTheConnectionIsCut_ThenItIsInTheAccessLog()
    {
        var home = await _board.CareHome("the-limes");

        await Say(SiteKind.CareHome, home, new DeclareVacancies([new(BedType.GeneralNursing, 10, 9)]), "declared");

        (await Noted("declared")).ShouldBe("declare-vacancies");
    }

    [Fact]
    public async Task GivenFormOfAPage_WhenTheConnectionIsCut_ThenItIsInTheAccessLog()
    {
        var home = await _board.CareHome("the-limes");
        await _board.OnTheBoard(home);
        var (action, fields) = (await _person.Visit($"/{home.Locality}/sites/{home.Name}")).Form("step-general-nursing", ("step", "more"));

        using var form = new FormUrlEncodedContent(fields);
        await _person.Post(action, form);

        (await Noted(fields["operation"])).ShouldBe("declare-vacancies");
    }

    [Fact]
    public async Task GivenHold_WhenTheDischargesConnectionIsCut_ThenItIsInTheAccessLogAndTheBedIsReleased()
    {
        var (ward, home) = await Held();

        await Say(SiteKind.Ward, ward, new DischargeStay("S-1", Destination.UsualResidence), "discharged");

        (await Noted("discharged")).ShouldBe("discharge-stay");
        var place = await _board.Services.GetRequiredService<ISiteClient>().Read(SiteKind.CareHome, home);
        place.Capacity.Ended.ShouldHaveSingleItem().Ending.ShouldBe(HoldEnding.Released);
    }

    /// <summary>Somebody on a ward, for whom a home holds a bed.</summary>
    private async Task<(SiteKey Ward, SiteKey Home)> Held()
    {
        var ward = SiteKey.OfWard(TestBoard.Locality, "stepping-hill", "a1");
        (await _board.Register(SiteKind.Ward, ward)).ThenAccepted();
        (await _board.Say(SiteKind.Ward, ward, new DeclareVacancies([new(BedType.Inpatient, 20, 0)]))).ThenAccepted();
        (await _board.Say(SiteKind.Ward, ward, new AdmitStay("S-1", "1"))).ThenAccepted();
        var home = await _board.CareHome("the-limes");
        await _board.OnTheBoard(home);
        (await _board.Say(SiteKind.CareHome, home, new PlaceHold(BedType.GeneralNursing, "S-1", From: ward), "held")).ThenAccepted();
        return (ward, home);
    }

    private async Task Say(SiteKind kind, SiteKey site, SiteCommand command, string operation)
    {
        using var body = ApiUser.Json(command);
        await _person.Post($"{SiteApi.AddressOf(kind, site)}/{Acts.Of(command)}", body, operation);
    }

    /// <summary>What the access log says of an operation; null where it says nothing.</summary>
    private Task<string?> Noted(string operation) => _board.Services.GetRequiredService<AccessStore>().Ask(context =>
        context.Log.Where(line => line.Operation == operation && line.Who == Sessions.Anyone).Select(line => line.Act).SingleOrDefaultAsync());
}
