using System.Globalization;
using CapacityBoard.Sites;

namespace CapacityBoard.Ui;

/// <summary>Times that are of interest for years, by the clocks of the United Kingdom.</summary>
internal static class AdminTimes
{
    public static string Of(DateTimeOffset at) => LocalTime.Text(at, "d MMM yyyy HH:mm");

    public static string Of(DateTimeOffset? at, string never) => at is { } time ? Of(time) : never;

    public static string ToTheSecond(DateTimeOffset at) => LocalTime.Text(at, "d MMM yyyy HH:mm:ss");

    public static string Day(DateTimeOffset at) => LocalDay.ToLocal(at).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
