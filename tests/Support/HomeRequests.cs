using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>Commands to a care home for journal and runtime tests, each under a new operation id unless one is given.</summary>
public static class HomeRequests
{
    public const BedType Type = BedType.GeneralNursing;

    public static SiteKey Home(int number = 1) => SiteKey.Of("stockport", $"home-{number}");

    public static SiteRequest Register() => Of(new RegisterSite(new(SiteKind.CareHome, "The Limes", Services: [])));

    public static SiteRequest Declare(int total, int occupied) => Of(new DeclareVacancies([new(Type, total, occupied)]));

    public static SiteRequest Confirm(string? operation = null) => Of(new ConfirmUnchanged(), operation);

    public static SiteRequest Hold(string? operation = null) => Of(new PlaceHold(Type, Note: "Arrives by ambulance"), operation);

    public static SiteRequest Release(string hold) => Of(new ReleaseHold(hold, "Not needed"));

    private static SiteRequest Of(SiteCommand command, string? operation = null) =>
        new(command, operation ?? NewOperation(), "The Limes");

    public static string NewOperation() => Guid.NewGuid().ToString("N");
}
