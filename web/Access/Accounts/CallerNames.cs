using CapacityBoard.Access.Store;
using CapacityBoard.Sites;
using Microsoft.EntityFrameworkCore;

namespace CapacityBoard.Access.Accounts;

/// <summary>Names of accounts and keys. Each is used only once, because journals keep them for good.</summary>
internal static class CallerNames
{
    /// <summary>Names that journals use for no person.</summary>
    private static readonly string[] Reserved = ["Demonstration", "nobody", Import.ImportRequest.Importer];

    /// <summary>True for a name that would read as a machine acting for somebody.</summary>
    public static bool SaysForWhom(string name) => Account.KeyOf(name).Contains(Caller.Via, StringComparison.OrdinalIgnoreCase);

    /// <summary>Why an account or key cannot have a name; null if it can.</summary>
    public static async Task<string?> WhyNotFree(AccessContext context, string name)
    {
        if (Limits.RequiredText(name, "name", Account.LongestName) is { } refusal)
        {
            return refusal.Message;
        }

        if (SaysForWhom(name))
        {
            return $"A name cannot contain '{Caller.Via}': it separates a machine's name from the person it acts for.";
        }

        var key = Account.KeyOf(name);
        return Reserved.Contains(name, StringComparer.OrdinalIgnoreCase)
            || await context.Users.AnyAsync(account => account.NameKey == key)
            || await context.Keys.AnyAsync(each => each.NameKey == key)
            ? $"The name '{name}' is taken. Names stay on the record, so each can be used only once."
            : null;
    }
}
