using System.Text.RegularExpressions;
using CapacityBoard.Sites;

namespace CapacityBoard.Postcodes;

/// <summary>Where postcodes are: each sector and district of the country, and every postcode around the board's sites.</summary>
internal sealed partial record PostcodeDirectory(PostcodeTable Postcodes, PostcodeTable Sectors, PostcodeTable Districts)
{
    /// <summary>The form in which <see cref="ToBytes"/> writes; a later form gets a later number.</summary>
    private const byte Form = 1;

    /// <summary>Where a typed postcode is, or else its sector or district; null if it is none, or none of them is known.</summary>
    /// <param name="text">A postcode, a sector or a district: <c>sk43ab</c>, <c>SK4 3</c>, <c>SK4</c>.</param>
    public PostcodePosition? Find(string text)
    {
        var typed = Typed().Match(text.Trim().ToUpperInvariant());
        var (name, digit, unit) = (typed.Groups["district"].Value, typed.Groups["sector"].Value, typed.Groups["unit"].Value);
        if (PostcodeKey.OfDistrict(name) is not { } district)
        {
            return null;
        }

        return (unit.Length > 0 ? Found(Postcodes, PostcodeKey.Of(name + digit + unit)!.Value, $"{name} {digit}{unit}", PostcodePart.Postcode) : null)
            ?? (digit.Length > 0 ? Found(Sectors, PostcodeKey.OfSector(district, digit[0]), $"{name} {digit}", PostcodePart.Sector) : null)
            ?? Found(Districts, district, name, PostcodePart.District);
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Form);
        Postcodes.Write(writer);
        Sectors.Write(writer);
        Districts.Write(writer);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Null if a later version of the product wrote it, in a form that this one does not know.</summary>
    public static PostcodeDirectory? Of(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return reader.ReadByte() == Form ? new(PostcodeTable.Read(reader), PostcodeTable.Read(reader), PostcodeTable.Read(reader)) : null;
    }

    private static PostcodePosition? Found(PostcodeTable table, int key, string name, PostcodePart part) =>
        table.Find(key) is { } position ? new(name, position, part) : null;

    [GeneratedRegex("^(?<district>[A-Z]{1,2}[0-9][A-Z0-9]?) *((?<sector>[0-9])(?<unit>[A-Z]{2})?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Typed();
}

/// <param name="Name">The postcode, sector or district whose position it is.</param>
internal sealed record PostcodePosition(string Name, Position Position, PostcodePart Part);

/// <summary>How much of a postcode a position belongs to.</summary>
public enum PostcodePart
{
    /// <summary>The postcode itself: SK4 3AB.</summary>
    Postcode,

    /// <summary>All postcodes that begin alike, about 200: SK4 3.</summary>
    Sector,

    /// <summary>The first half: SK4.</summary>
    District,
}
