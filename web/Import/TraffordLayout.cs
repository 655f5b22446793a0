using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>
/// Care homes as collated by Trafford Data Lab. Every row is one unless its type is only home care, and <c>NA</c> means not
/// known. Editions since 2022 have the Care Quality Commission's location id.
/// </summary>
internal sealed class TraffordLayout : DirectoryLayout
{
    private static readonly Column HomesName = "name";
    private static readonly Column Types = "type";
    private static readonly Column Address = "address";
    private static readonly Column Postcode = "postcode";
    private static readonly Column Telephone = "telephone";
    private static readonly Column Website = "website";
    private static readonly Column Latitude = "lat";
    private static readonly Column Longitude = "lon";

    public override string Name => "Trafford Data Lab's care homes";

    public override ImmutableArray<Column> Needed => [HomesName, Types, Address, Postcode, Area];

    public override Column Area { get; } = "area_name";

    public override Column Reference { get; } = new("cqc_id", "cqc_location_id");

    public override (SiteKind? Kind, string? PassOver) Judge(Header header, IReadOnlyList<string> values)
    {
        var types = ServiceTypes.Split(header.Value(values, Types));
        var isHomeCare = types.Any(ServiceTypes.IsHomeCare) && !types.Any(ServiceTypes.IsCareHome);
        return KindOf(!isHomeCare, isHomeCare, isDormant: false, IsDeactivated(header, values));
    }

    public override DirectoryRow Read(int row, Header header, IReadOnlyList<string> values)
    {
        string Value(Column column) => header.Value(values, column);

        var types = ServiceTypes.Split(Value(Types));
        var (kind, passOver) = Judge(header, values);
        var (beforeTown, town) = Values.TownLast(Values.AddressParts(Value(Address)));
        return new(
            row,
            kind,
            passOver,
            Values.OneLine(Value(Reference)),
            Values.OneLine(Value(HomesName)),
            Values.OneLine(Value(Area)),
            Values.AddressParts(Value(Address)),
            beforeTown,
            town,
            Value(Postcode),
            Value(Telephone),
            Value(Website),
            Value(Latitude),
            Value(Longitude),
            Rating: null,
            Beds: null,
            types)
        {
            UnknownServices = [.. types.Where(type => !ServiceTypes.IsKnown(type))],
        };
    }
}
