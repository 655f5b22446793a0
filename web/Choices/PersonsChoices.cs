using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Choices;

/// <summary>A person, the ward or unit that they are on, and their choice list.</summary>
/// <param name="List">Null where nobody has said yet what the person needs.</param>
public sealed record PersonsChoices(SiteKey From, SiteDetails Details, Stay Stay, ChoiceList? List);
