using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Support;
using Microsoft.Playwright;

namespace CapacityBoard.Browser.Sites;

/// <summary>What a care home sees on its page of one bed type.</summary>
public sealed class HomePage(IPage page, BedType type = TestBoard.Type)
{
    private readonly string _type = Codes.Of(type);

    public ILocator Free => page.Locator($"#line-{_type} .cb-number strong");

    public ILocator Rest => page.Locator($"#line-{_type} > .cb-rest").First;

    public ILocator More => page.Locator($"#step-{_type}-more");

    public ILocator Fewer => page.Locator($"#step-{_type}-fewer");

    public ILocator Unchanged => page.Locator("#unchanged-send");

    public ILocator Said => page.Locator("#said");

    public ILocator Problems => page.Locator(".nhsuk-error-summary");

    public ILocator Freshness => page.Locator("#freshness");

    public ILocator Details => page.Locator($"#line-{_type}-details");

    public ILocator Coming => page.Locator("section[aria-labelledby=holds] .cb-item");

    public ILocator Expect => page.Locator("#expect-details");
}
