using System.Globalization;

namespace CapacityBoard.Ui;

/// <summary>Pages show and take miles; the domain and the API use kilometres.</summary>
internal static class Miles
{
    private const double KilometresInOne = 1.609344;

    public static double Of(double kilometres) => kilometres / KilometresInOne;

    public static double ToKilometres(double miles) => miles * KilometresInOne;

    /// <summary>A distance: "1 mile", "0.6 miles".</summary>
    public static string Words(double kilometres) => With(Of(kilometres), "0.0");

    /// <summary>A limit as typed: "5 miles", "2.5 miles".</summary>
    public static string Limit(double kilometres) => With(Of(kilometres), "0.#");

    private static string With(double miles, string format) => miles.ToString(format, CultureInfo.InvariantCulture) is var text and not ("1" or "1.0") ? $"{text} miles" : "1 mile";
}
