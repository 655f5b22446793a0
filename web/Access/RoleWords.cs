using CapacityBoard.Ui;

namespace CapacityBoard.Access;

/// <summary>Roles and scopes in words.</summary>
internal static class RoleWords
{
    public static string Of(Role role) => role switch
    {
        Role.CareProvider => "Care provider",
        Role.Ward => "Ward",
        Role.TransferTeam => "Transfer team",
        Role.GrandRound => "Grand round",
        Role.Commissioner => "Commissioner",
        Role.Viewer => "Viewer of counts",
        Role.Monitor => "Monitoring",
        _ => "Administrator",
    };

    /// <summary>What a role may do, as the end of a sentence.</summary>
    public static string About(Role role) => role switch
    {
        Role.CareProvider => "says what is free, answers holds and, in intermediate care, says who is in; sees the locality’s counts",
        Role.Ward => "says who is in, since when they are fit to go and what they wait for, and reviews long stays; sees the locality’s board",
        Role.TransferTeam => "holds beds, plans discharges, reviews long stays, stops placements, speaks for sites that are silent; sees the board, the sites and who waits",
        Role.GrandRound => "reviews long stays, agrees actions and plans discharges; sees the board, the sites and who waits",
        Role.Commissioner => "stops placements and lets them go on; sees the board and the sites, and nobody’s stay",
        Role.Viewer => "sees counts",
        Role.Monitor => "reads how the programs fare, everywhere, and nothing of the board: for a monitoring system’s key",
        _ => "says who may do what and which sites there are; sees the board, and who saw or did what",
    };

    public static string Of(Scope scope) => scope == Scope.Everywhere
        ? "everywhere"
        : string.Join(", ", scope.Value.Split('/').Reverse().Select(Labels.OfPart));
}
