using System.Globalization;
using CapacityBoard.Sites;

namespace CapacityBoard.Ui;

/// <summary>Times that stay of interest for years, in United Kingdom time.</summary>
internal static class AdminTimes
{
    public static string Of(DateTimeOffset at) => LocalTime.Text(at, "d MMM yyyy HH:mm");

    public static string Of(DateTimeOffset? at, string never) => at is { } time ? Of(time) : never;

    public static string ToTheSecond(DateTimeOffset at) => LocalTime.Text(at, "d MMM yyyy HH:mm:ss");

    public static string Day(DateTimeOffset at) => LocalDay.ToLocal(at).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
