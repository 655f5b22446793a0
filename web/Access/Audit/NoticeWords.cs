using CapacityBoard.Sites;

namespace CapacityBoard.Access.Audit;

/// <summary>Which audit lines stand out, and what they say, in words.</summary>
internal static class NoticeWords
{
    /// <summary>True for an administrator's act that gives access to another person's account or to people's stays.</summary>
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
        Acts.AuthenticatorReset => $"{notice.Who} reset the authenticator app and passkeys of {notice.About}.",
        Acts.KeyMade => $"{notice.Who} created the key {notice.About}: {notice.Note}.",
        _ => $"{notice.Who} gave themselves a role: {notice.Note}.",
    };

    public static string ToOwner(Notice notice) => notice.Act == Acts.AuthenticatorReset
        ? $"{notice.Who} reset your authenticator app and passkeys."
        : $"{notice.Who} created a link to set your password.";

    /// <param name="note">A grant as logged, beginning with its role.</param>
    private static bool SeesPeople(string? note) => Codes.TryParse<Role>(note?.Split(' ')[0], out var role) && RoleTable.SeesPeople(role);
}
