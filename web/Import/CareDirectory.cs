using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>
/// The Care Quality Commission's plain care directory, published as CSV with title lines above the header, and the export of a
/// search on its website. Neither has beds, ratings or positions. They differ in the address: one column, or one for each part.
/// </summary>
internal sealed class CareDirectory : DirectoryLayout
{
    private static readonly Column HomesName = "Name";
    private static readonly Column Postcode = "Postcode";
    private static readonly Column Types = new("Service types", "Service type");
    private static readonly Column Telephone = new("Phone number", "Telephone number", "Telephone");
    private static readonly Column Website = new("Service's website (if available)", "Website");
    private static readonly Column Specialisms = new("Specialisms/services", "Specialisms");
    private static readonly Column Town = new("Town/City", "Town", "City");
    private static readonly Column County = "County";
    private static readonly Column Dormancy = new("Dormant (Y/N)", "Dormant");

    private readonly ImmutableArray<Column> _address;

    private CareDirectory(string name, params ImmutableArray<Column> address)
    {
        (Name, _address) = (name, address);
        Needed = [HomesName, address[0], Postcode, Types, Area, Reference];
    }

    public static CareDirectory Plain { get; } = new("CQC care directory", "Address");

    public static CareDirectory SearchExport { get; } =
        new("CQC search export", new("Address 1", "Address line 1"), new("Address 2", "Address line 2"), new Column("Address 3", "Address line 3"));

    public override string Name { get; }

    public override ImmutableArray<Column> Needed { get; }

    public override Column Area { get; } = "Local authority";

    /// <summary>
    /// The directories of 2017 to 2020 call it "CQC Location (for office use only", without the closing bracket.
    /// </summary>
    public override Column Reference { get; } = new("CQC Location ID (for office use only)", "CQC Location (for office use only)", "CQC Location ID");

    public override (SiteKind? Kind, string? PassOver) Judge(Header header, IReadOnlyList<string> values)
    {
        var types = ServiceTypes.Split(header.Value(values, Types));
        return KindOf(
            types.Any(ServiceTypes.IsCareHome),
            types.Any(ServiceTypes.IsHomeCare),
            Values.IsYes(header.Value(values, Dormancy)),
            IsDeactivated(header, values));
    }

    public override DirectoryRow Read(int row, Header header, IReadOnlyList<string> values)
    {
        string Value(Column column) => header.Value(values, column);

        var types = ServiceTypes.Split(Value(Types));
        var (kind, passOver) = Judge(header, values);
        ImmutableArray<string> street = [.. _address.SelectMany(column => Values.AddressParts(Value(column)))];
        var (beforeTown, town) = Values.OneLine(Value(Town)) is { } named ? (street, named) : Values.TownLast(street);
        return new(
            row,
            kind,
            passOver,
            Values.OneLine(Value(Reference)),
            Values.OneLine(Value(HomesName)),
            Values.OneLine(Value(Area)),
            [.. beforeTown, .. Values.AddressParts(town), .. Values.AddressParts(Value(County))],
            beforeTown,
            town,
            Value(Postcode),
            Value(Telephone),
            Value(Website),
            Latitude: null,
            Longitude: null,
            Rating: null,
            Beds: null,
            [.. types.Union(ServiceTypes.Split(Value(Specialisms)), StringComparer.OrdinalIgnoreCase)])
        {
            UnknownServices = [.. types.Where(type => !ServiceTypes.IsKnown(type))],
        };
    }
}
