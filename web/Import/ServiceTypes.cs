using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CapacityBoard.Import;

/// <summary>
/// The Care Quality Commission's service types: which of them are kinds of site on the board, and how to split a list of them.
/// </summary>
internal static class ServiceTypes
{
    /// <summary>Names that contain a comma themselves, at which they must not be split.</summary>
    private static readonly ImmutableArray<string> WithComma =
        ["Treatment of disease, disorder or injury", "Transport services, triage and medical advice provided remotely"];

    private static readonly ImmutableArray<string> CareHomes = ["Residential home", "Nursing home", "Care home"];

    private static readonly ImmutableArray<string> HomeCare = ["Homecare agenc", "Home care agenc", "Domiciliary care"];

    /// <summary>Other types used in the directories of 2017 to 2026, besides care homes and home care.</summary>
    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet(
    [
        "Acute services", "Ambulances", "Ambulance service", "Blood and transplant services", "Blood and transplant service", "Clinics",
        "Community services - Healthcare", "Community services - Learning disabilities", "Community services - Mental Health",
        "Community services - Nursing", "Community services - Substance abuse", "Dentist", "Dental service", "Diagnosis/screening",
        "Doctors/GPs", "Education disability services", "Extra care housing", "Hospice", "Hospice services at home", "Hospital",
        "Hospitals - Mental health/capacity", "Hyperbaric chamber services", "Long-term conditions", "Mobile doctors", "Phone/online advice",
        "Prison healthcare", "Rehabilitation (illness/injury)", "Rehabilitation (substance abuse)", "Residential substance misuse treatment",
        "Shared lives", "Specialist college services", "Supported housing", "Supported living", "Urgent care centres",
    ],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsCareHome(string type) => BeginsWith(type, CareHomes);

    public static bool IsHomeCare(string type) => BeginsWith(type, HomeCare);

    public static bool IsKnown(string type) => IsCareHome(type) || IsHomeCare(type) || Others.Contains(type);

    /// <summary>Splits a value that lists several types: at <c>|</c> or, in exports of searches, at commas.</summary>
    public static ImmutableArray<string> Split(string text)
    {
        const char Within = '\u001F';
        if (!text.Contains('|', StringComparison.Ordinal))
        {
            text = WithComma.Aggregate(text, (rest, name) => rest.Replace(name, name.Replace(',', Within), StringComparison.OrdinalIgnoreCase)).Replace(',', '|');
        }

        return [.. text.Split('|').Select(part => Values.OneLine(part.Replace(Within, ','))).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static bool BeginsWith(string type, ImmutableArray<string> names) =>
        names.Any(name => type.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
