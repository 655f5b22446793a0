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
        Pounds(form, "lowest"),
        Pounds(form, "highest"),
        form.Text("asksTopUp") switch { "yes" => true, "no" => false, _ => null },
        Pounds(form, "topUp"),
        form.Optional("note", Limits.LongText)));

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
