using CapacityBoard.Ui;

namespace CapacityBoard.Access;

internal static class RoleWords
{
    public static string Of(Role role) => role switch
    {
        Role.CareProvider => "Care provider",
        Role.TrustedAssessor => "Trusted assessor",
        Role.Ward => "Ward",
        Role.TransferTeam => "Transfer team",
        Role.GrandRound => "Grand round",
        Role.Commissioner => "Commissioner",
        Role.Viewer => "Viewer of counts",
        Role.Monitor => "Monitoring",
        Role.Assessor => "Assessor",
        Role.HospitalSystem => "Hospital system",
        _ => "Administrator",
    };

    /// <summary>What a role may do, as the end of a sentence.</summary>
    public static string About(Role role) => role switch
    {
        Role.CareProvider => "updates vacancies, answers enquiries and holds and, in intermediate care, records patients; sees the locality’s counts",
        Role.TrustedAssessor => "assesses people for the places that agreed to it, and answers enquiries on their behalf",
        Role.Ward => "records patients, when they become medically optimised and their reasons for delay, and reviews long stays; sees the locality’s board",
        Role.TransferTeam => "asks places, holds beds, plans discharges, reviews long stays, suspends placements and updates sites on their behalf; sees the board, the sites and who is waiting",
        Role.GrandRound => "reviews long stays, agrees actions and plans discharges; sees the board, the sites and who is waiting",
        Role.Commissioner => "suspends and resumes placements; sees the board and the sites, but no patients",
        Role.Viewer => "sees counts",
        Role.Monitor => "reads system metrics everywhere, and nothing on the board: for a monitoring system’s key",
        Role.HospitalSystem => "sends a hospital’s messages of who is in which bed, and sees nothing: for its system’s key",
        Role.Assessor => "promises, starts and completes assessments; sees the board, the sites and who is waiting",
        _ => "manages people, roles and sites; sees the board and the audit",
    };

    public static string Of(Scope scope) => scope == Scope.Everywhere
        ? "everywhere"
        : string.Join(", ", scope.Value.Split('/').Reverse().Select(Labels.OfPart));
}
