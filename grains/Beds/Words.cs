using System.Globalization;
using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>How values are written in messages.</summary>
public static class Words
{
    /// <summary>An instant in United Kingdom local time, with its offset.</summary>
    public static string Of(DateTimeOffset at) => LocalDay.ToLocal(at).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
