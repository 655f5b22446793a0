using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CapacityBoard.Access.Audit;

/// <summary>Where a page of lines begins, across all records.</summary>
/// <param name="Until">The time of its first line.</param>
/// <param name="Shown">The number of lines of that time that earlier pages showed.</param>
internal sealed record AuditCursor(DateTimeOffset Until, int Shown)
{
    private const int MostShown = 100_000;

    public static bool TryParse(string? text, [NotNullWhen(true)] out AuditCursor? cursor)
    {
        cursor = text?.Split('-') is [var time, var shown]
            && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay
            && int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostShown
            ? new(new(ticks, TimeSpan.Zero), count)
            : null;
        return cursor is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Until.UtcTicks}-{Shown}");
}
