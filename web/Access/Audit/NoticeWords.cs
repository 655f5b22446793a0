using CapacityBoard.Sites;

namespace CapacityBoard.Access.Audit;

/// <summary>Which lines of the audit somebody should look at, and what they tell, in words.</summary>
internal static class NoticeWords
{
    /// <summary>True for what an administrator does to get at what is another's, or at people's stays.</summary>
    public static bool StandsOut(AuditLine line) => line.Act switch
    {
        Acts.PasswordLinkMade => true,
        Acts.RoleGiven => line.Who == line.About && SeesPeople(line.Note),
        Acts.AuthenticatorReset => line.About is { } about && about != line.Who,
        Acts.KeyMade => SeesPeople(line.Note),
        _ => false,
    };

    public static string Of(Notice notice) => notice.Act switch
    {
        Acts.PasswordLinkMade => $"{notice.Who} created a link to set the password for {notice.About}.",
        Acts.AuthenticatorReset => $"{notice.Who} reset the authenticator app for {notice.About}.",
        Acts.KeyMade => $"{notice.Who} created the key {notice.About}: {notice.Note}.",
        _ => $"{notice.Who} gave themselves a role: {notice.Note}.",
    };

    public static string ToOwner(Notice notice) => notice.Act == Acts.AuthenticatorReset
        ? $"{notice.Who} reset your authenticator app."
        : $"{notice.Who} created a link to set your password.";

    /// <param name="note">As the log has a grant: its role comes first.</param>
    private static bool SeesPeople(string? note) => Codes.TryParse<Role>(note?.Split(' ')[0], out var role) && RoleTable.SeesPeople(role);
}
