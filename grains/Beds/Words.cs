using System.Globalization;
using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>What stands in messages and addresses.</summary>
public static class Words
{
    /// <summary>A code as it stands in JSON: <c>general-nursing</c>.</summary>
    public static string Of(Enum code) => JsonSerializer.Serialize(code, code.GetType(), DomainJson.Options).Trim('"');

    /// <summary>An instant as a clock on a wall in the United Kingdom shows it, with its zone.</summary>
    public static string Of(DateTimeOffset at) => LocalDay.ToLocal(at).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
