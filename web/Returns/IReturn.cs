using System.Collections.Immutable;
using CapacityBoard.Reports;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;

namespace CapacityBoard.Returns;

/// <summary>A table that is sent to a national body, or was. Its columns' labels say what each holds; <c>docs/returns.md</c> says the same.</summary>
internal interface IReturn
{
    /// <summary>In addresses and file names.</summary>
    string Code { get; }

    string Title { get; }

    /// <summary>For which days it is made of those asked for.</summary>
    string Days { get; }

    ImmutableArray<ReportColumn> Columns { get; }

    ReportTable Of(KnownFacts facts, IReadOnlyList<Site> sites, ReportQuestion question);
}
