using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Choices;

/// <summary>A person, the ward or unit where they are, and their choice list.</summary>
/// <param name="List">Null if no needs are recorded yet.</param>
/// <param name="Residence">Their usual residence and its word; null if none is recorded.</param>
public sealed record PersonsChoices(SiteKey From, SiteDetails Details, Stay Stay, ChoiceList? List, PersonsResidence? Residence = null);
