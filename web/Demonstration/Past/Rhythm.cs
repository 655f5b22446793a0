using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration.Past;

/// <summary>How much happens when, by hour, weekday and season.</summary>
internal static class Rhythm
{
    /// <summary>Admissions by hour, starting after midnight.</summary>
    public static double[] Admissions { get; } =
        [2, 1.6, 1.4, 1.2, 1.1, 1.2, 1.6, 2.5, 3.5, 4.5, 5.5, 6.2, 6.5, 6.6, 6.6, 6.5, 6.4, 6.2, 5.8, 5.3, 4.8, 4.3, 3.6, 2.9];

    /// <summary>Discharges by the hour. 13.3% are before midday, as Stockport counted in 2018.</summary>
    public static double[] Discharges { get; } =
        [0, 0, 0, 0, 0, 0, 0, 0, 1, 2.3, 4, 6, 8, 11, 14, 15, 14, 10, 7, 4, 2.5, 1.2, 0, 0];

    /// <summary>Social care and transport do not work at weekends, so hospitals discharge fewer.</summary>
    public static double DischargesOn(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => 0.6,
        DayOfWeek.Sunday => 0.45,
        DayOfWeek.Friday => 1.3,
        _ => 1.16,
    };

    public static double AdmissionsOn(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday or DayOfWeek.Sunday => 0.82,
        DayOfWeek.Monday => 1.14,
        _ => 1.055,
    };

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Winter pressure: most in the middle of January, least in July.</summary>
    public static double Season(DateOnly day) => 1 + 0.07 * Math.Cos(2 * Math.PI * (day.DayOfYear - 15) / 365.25);

    /// <summary>The share of a day's discharges that have happened by an instant of that day.</summary>
    public static double DischargedBy(DateTimeOffset at)
    {
        var local = LocalDay.ToLocal(at);
        return (Discharges.Take(local.Hour).Sum() + Discharges[local.Hour] * local.Minute / 60.0) / Discharges.Sum();
    }

    /// <summary>An instant of a day, drawn by its hours' weights.</summary>
    public static DateTimeOffset Draw(this Random random, DateOnly day, double[] hours)
    {
        var left = random.NextDouble() * hours.Sum();
        var hour = 0;
        while (hour < 23 && left >= hours[hour])
        {
            left -= hours[hour++];
        }

        return random.In(day, hour, hour + 1);
    }

    /// <summary>An instant of a day between two hours of local time.</summary>
    public static DateTimeOffset In(this Random random, DateOnly day, double from, double to) =>
        LocalDay.FromLocal(day.ToDateTime(TimeOnly.MinValue).AddSeconds((int)(3600 * (from + random.NextDouble() * (to - from)))));

    public static bool Chance(this Random random, double share) => random.NextDouble() < share;

    public static T Of<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>A random whole number whose mean is <paramref name="mean"/>.</summary>
    public static int About(this Random random, double mean) => (int)mean + (random.Chance(mean - (int)mean) ? 1 : 0);

    /// <summary>The days of a wait that is equally likely to end on any day.</summary>
    public static int Wait(this Random random, double mean) => (int)(-Math.Log(1 - random.NextDouble()) * mean);
}
