using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>
/// Checks a row by the rules for registering a site. An invalid optional value is left out with a warning; a home without a name
/// or a usable postcode is refused.
/// </summary>
internal static class RowCheck
{
    private const int MostServices = 40;

    public static CheckedRow? Check(DirectoryRow row, string locality, out RefusedRow? refused)
    {
        var warnings = new List<string>();
        var details = DetailsOf(row, warnings, out var ratingKnown);
        var why = WhyRefused(row, ref details, locality, warnings);
        refused = why is null ? null : new(row.Row, row.Name, why) { Reference = row.Reference };
        return why is null ? new(row.Row, details, ratingKnown, [.. warnings]) { PrimaryReference = row.PrimaryReference } : null;
    }

    private static SiteDetails DetailsOf(DirectoryRow row, List<string> warnings, out bool ratingKnown) => new(
        row.Kind!.Value,
        row.Name ?? "",
        row.Reference,
        Address: row.Address.IsEmpty ? null : string.Join(", ", row.Address),
        Postcode: Values.Postcode(row.Postcode),
        Position: PositionOf(row, warnings),
        Neighbourhood: Neighbourhood.Of(row.PartsBeforeTown, row.Town, row.Area),
        Telephone: TelephoneOf(row, warnings),
        Website: WebsiteOf(row, warnings),
        Rating: RatingOf(row, warnings, out ratingKnown),
        RegisteredBeds: BedsOf(row, warnings),
        Services: ServicesOf(row, warnings));

    private static Position? PositionOf(DirectoryRow row, List<string> warnings)
    {
        if (Values.Number(row.Latitude) is { } latitude && Values.Number(row.Longitude) is { } longitude)
        {
            return new(latitude, longitude);
        }

        if (Values.OneLine(row.Latitude) is not null || Values.OneLine(row.Longitude) is not null)
        {
            warnings.Add($"Position left out: latitude '{row.Latitude}' and longitude '{row.Longitude}' are not a valid position.");
        }

        return null;
    }

    private static string? TelephoneOf(DirectoryRow row, List<string> warnings)
    {
        if (Values.OneLine(row.Telephone) is not { } text)
        {
            return null;
        }

        var number = UkTelephone.Parse(text);
        if (number is null)
        {
            warnings.Add(UkTelephone.IsShortened(text)
                ? $"Telephone left out: a spreadsheet shortened it to '{text}' and the last digits are lost. Format the column as whole numbers or text and save it again."
                : $"Telephone left out: '{text}' is not a UK telephone number.");
        }

        return number;
    }

    private static string? WebsiteOf(DirectoryRow row, List<string> warnings)
    {
        if (Values.Website(row.Website) is not { } address || Values.IsWebsite(address))
        {
            return Values.Website(row.Website);
        }

        warnings.Add($"Website left out: '{row.Website}' is {(Values.IsEmail(row.Website) ? "an email address" : "not a web address")}.");
        return null;
    }

    private static CqcRating RatingOf(DirectoryRow row, List<string> warnings, out bool known)
    {
        var rating = Values.OneLine(row.Rating)?.ToUpperInvariant() switch
        {
            "OUTSTANDING" => CqcRating.Outstanding,
            "GOOD" => CqcRating.Good,
            "REQUIRES IMPROVEMENT" => CqcRating.RequiresImprovement,
            "INADEQUATE" => CqcRating.Inadequate,
            "NO PUBLISHED RATING" or "NOT RATED" or "NOT YET RATED" or "INSPECTED BUT NOT RATED" or "NOT FORMALLY RATED"
                or "INSUFFICIENT EVIDENCE TO RATE" => CqcRating.NotRated,
            _ => (CqcRating?)null,
        };
        if (rating is null && Values.OneLine(row.Rating) is { } unknown)
        {
            warnings.Add($"Rating left out: '{unknown}' is not a Care Quality Commission rating.");
        }

        known = rating is not null;
        return rating ?? CqcRating.NotRated;
    }

    /// <summary>Directories write 0 beds for services whose beds they do not count, so 0 means not known.</summary>
    private static int? BedsOf(DirectoryRow row, List<string> warnings)
    {
        var text = Values.OneLine(row.Beds);
        var beds = Values.Number(text);
        if (beds is { } number && number == Math.Floor(number) && number is >= 0 and <= int.MaxValue)
        {
            if (row.Kind != SiteKind.CareHome && number > 0)
            {
                warnings.Add($"Registered beds left out: the file has {number}, but this is a home care agency.");
            }

            return row.Kind == SiteKind.CareHome && number > 0 ? (int)number : null;
        }

        if (text is not null)
        {
            warnings.Add($"Registered beds left out: '{text}' is not a whole number.");
        }

        return null;
    }

    private static ImmutableArray<string> ServicesOf(DirectoryRow row, List<string> warnings)
    {
        warnings.AddRange(row.UnknownServices.Select(service =>
            $"Service '{service}' is not known to the import. It is kept in the list of services but does not affect the kind of site."));
        if (row.Services.Length <= MostServices)
        {
            return row.Services;
        }

        warnings.Add($"Services left out beyond the first {MostServices}: {string.Join(", ", row.Services[MostServices..])}.");
        return row.Services[..MostServices];
    }

    private static string? WhyRefused(DirectoryRow row, ref SiteDetails details, string locality, List<string> warnings)
    {
        if (row.Name is null)
        {
            return "The name is missing.";
        }

        if (SiteKey.PartFrom(row.Name) is not { } slug)
        {
            return $"The name '{row.Name}' has no letters or numbers.";
        }

        if (details.Postcode is null)
        {
            return "The postcode is missing.";
        }

        var empty = Site.Empty(details.Kind, SiteKey.Of(locality, slug));
        while (Registration.Decide(details, empty).Refusal is { } refusal)
        {
            if (Without(details, refusal.Field) is not { } rest)
            {
                return refusal.Message;
            }

            warnings.Add($"Left out: {refusal.Message}");
            details = rest;
        }

        return null;
    }

    /// <summary>The details without an invalid optional value; null if the site needs it.</summary>
    private static SiteDetails? Without(SiteDetails details, string? field) => field?.Split('.')[^1] switch
    {
        "address" => details with { Address = null },
        "neighbourhood" => details with { Neighbourhood = null },
        "position" => details with { Position = null },
        "telephone" => details with { Telephone = null },
        "website" => details with { Website = null },
        "registeredBeds" => details with { RegisteredBeds = null },
        "services" => details with { Services = ImmutableArray<string>.Empty },
        _ => null,
    };
}
