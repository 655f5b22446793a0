using CapacityBoard.Access.Schemes;
using CapacityBoard.Hosting;

namespace CapacityBoard.Access.Audit;

/// <summary>Who changes what others may do, and from where.</summary>
internal sealed record AccessActor(string Name, string Address)
{
    /// <summary>The program itself, as at its first start.</summary>
    public static AccessActor Program { get; } = new("Capacity board", "this server");

    /// <summary>Whoever may write the data folder or the database, by an errand from the command line.</summary>
    public static AccessActor CommandLine { get; } = new("the command line", $"{OperatingUser.Name} on {Environment.MachineName}");

    public static AccessActor Of(HttpContext http) => new(http.Caller()!.Name, Addresses.TextOf(http.Connection.RemoteIpAddress));

    public AccessEntry Entry(TimeProvider clock, string act, string about, string? note = null) =>
        new() { At = clock.GetUtcNow(), Who = Name, Act = act, About = about, Address = Address, Note = note };
}
