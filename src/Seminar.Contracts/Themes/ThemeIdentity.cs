namespace Seminar.Contracts.Themes;

/// <summary>Who a theme is: its manifest <c>theme.json</c>, with the version that the build stamped into it.</summary>
/// <param name="Key">Identifier in files, API and database: lower-case letters, digits and hyphens.</param>
/// <param name="Name">Short French name, as in menus.</param>
/// <param name="Slug">The part of the address of its pages, <c>/ateliers/{slug}</c>: French, without accents.</param>
/// <param name="Version">Semantic version of the theme.</param>
/// <param name="Description">One French sentence: what the theme offers, to whom.</param>
/// <param name="Hue">Hue of the theme's colour, in degrees of the OKLCH circle, 0 to 359.</param>
/// <param name="Order">Rank in lists, smallest first; equal ranks are ordered by key.</param>
/// <param name="Icon">Address of the pictogram (SVG, one colour), or null.</param>
public sealed record ThemeIdentity(
    string Key, string Name, string Slug, string Version, string Description, int Hue, int Order, string? Icon)
{
    /// <summary>Address of the theme's workshop page.</summary>
    public string Address => "/ateliers/" + Slug;

    /// <summary>Address of the workshop's live board.</summary>
    public string BoardAddress => Address + "/tableau";
}
