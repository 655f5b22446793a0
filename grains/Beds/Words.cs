using System.Globalization;
using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>What stands in messages.</summary>
public static class Words
{
    /// <summary>An instant as a clock on a wall in the United Kingdom shows it, with its zone.</summary>
    public static string Of(DateTimeOffset at) => LocalDay.ToLocal(at).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
