using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Feeds;

/// <summary>A feed's set-up as an administrator types it: rules of locations one a line, <c>A1^*^* = a1</c>.</summary>
internal static class FeedText
{
    public const string NotHere = "not here";

    public static string Of(ImmutableArray<LocationRule> rules) => string.Join('\n', rules.Select(rule => $"{rule.Pattern} = {rule.Ward?.Name ?? NotHere}"));

    /// <summary>The set-up of a sent form; lines that cannot be read are named on it.</summary>
    public static FeedDefinition Read(SentForm form, HospitalWards hospital) => new(
        form.Required("name", "Enter the name of the hospital’s system, such as Lorenzo.", FeedDefinition.LongestName),
        form.Optional("application") ?? "",
        form.Optional("facility") ?? "",
        form.Code<ReferenceField>("reference", "Choose which number is the stay’s reference."),
        [.. (form.Text("classes") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)],
        ReadRules(form, hospital));

    private static ImmutableArray<LocationRule> ReadRules(SentForm form, HospitalWards hospital)
    {
        var rules = ImmutableArray.CreateBuilder<LocationRule>();
        var lines = (form.Text("locations") ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim());
        foreach (var (index, line) in lines.Index().Where(each => each.Item.Length > 0))
        {
            if (line.Split('=', 2) is not [var pattern, var place])
            {
                form.AddProblem("locations", $"Line {index + 1}: write the location, “=” and the ward: A1^*^* = {hospital.Wards[0].Key.Name}");
            }
            else if (place.Trim().Equals(NotHere, StringComparison.OrdinalIgnoreCase))
            {
                rules.Add(new(pattern.Trim(), null));
            }
            else if (WardOf(place.Trim(), hospital) is { } ward)
            {
                rules.Add(new(pattern.Trim(), ward));
            }
            else
            {
                form.AddProblem("locations", $"Line {index + 1}: “{place.Trim()}” is no ward here. Write its name, or “{NotHere}” for a place that is not on this board.");
            }
        }

        return rules.ToImmutable();
    }

    private static SiteKey? WardOf(string text, HospitalWards hospital) => hospital.Wards.FirstOrDefault(ward =>
        ward.Key.Name.Equals(text, StringComparison.OrdinalIgnoreCase) || ward.Details!.Name.Equals(text, StringComparison.OrdinalIgnoreCase))?.Key;
}
