using System.Globalization;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Fees;

/// <summary>The form in which a care home states its fees.</summary>
internal static class FeeForm
{
    public const string Id = "fees";

    public static IReadOnlyList<Option> TopUps { get; } = [new("yes", "Yes"), new("no", "No")];

    public static StateFees Read(SentForm form) => new(new(
        Pounds(form, "from"),
        Pounds(form, "to"),
        form.Text("asksTopUp") switch { "yes" => true, "no" => false, _ => null },
        Pounds(form, "topUp"),
        form.Optional("note", Limits.LongText)));

    /// <summary>Refusals name the command's fields, the form its own.</summary>
    public static Refusal AtField(Refusal refusal) => refusal.Field is { } field ? refusal with { Field = field.Replace("fees.", "", StringComparison.Ordinal) } : refusal;

    private static int? Pounds(SentForm form, string field)
    {
        if (form.Text(field) is not { } typed)
        {
            return null;
        }

        if (int.TryParse(typed.TrimStart('£'), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var pounds))
        {
            return pounds;
        }

        form.AddProblem(field, "Enter whole pounds, such as 950.");
        return null;
    }
}
