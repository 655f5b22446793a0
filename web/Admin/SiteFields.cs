using System.Globalization;
using CapacityBoard.Import;
using CapacityBoard.Sites;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Admin;

/// <summary>A site's details that are typed here; other details, such as those from a directory, stay unchanged.</summary>
internal static class SiteFields
{
    private const int LongestName = 200;

    /// <summary>The form's values over the previous details.</summary>
    public static SiteDetails Read(SentForm form, SiteDetails before)
    {
        var postcode = Values.Postcode(form.Optional("postcode"));
        return before with
        {
            Name = form.Required("name", "Enter the site’s name.", LongestName),
            Hospital = before.Kind == SiteKind.Ward ? form.Required("hospital", "Enter the ward’s hospital.", LongestName) : null,
            Postcode = postcode,
            Position = postcode == before.Postcode ? before.Position : null,
            Telephone = form.Optional("telephone"),
            Neighbourhood = form.Optional("neighbourhood"),
            RegisteredBeds = BedsIn(form),
        };
    }

    private static int? BedsIn(SentForm form)
    {
        if (form.Text("registeredBeds") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var beds) && beds <= Limits.MostBeds)
        {
            return beds;
        }

        form.AddProblem("registeredBeds", $"Registered beds must be a whole number from 0 to {Limits.MostBeds}. Leave it empty if you do not know.");
        return null;
    }
}
