using Microsoft.AspNetCore.Builder;

namespace Seminar.Ui;

/// <summary>What a page shows, beside the frame: once it has changed, the page is drawn anew.</summary>
[Flags]
public enum Shown
{
    /// <summary>The seminar's own document: title, objectives, synthesis.</summary>
    Seminar = 0,

    /// <summary>The data of the theme that the page belongs to.</summary>
    OwnTheme = 1,

    /// <summary>The data of all themes.</summary>
    AllThemes = 2,

    /// <summary>The directory of the offer.</summary>
    Offer = 4,
}

/// <summary>Marks a page that may be kept between readers who have not entered, as long as nothing that it shows has changed.</summary>
/// <param name="Shows">What it shows.</param>
public sealed record KeptPage(Shown Shows);

/// <summary>Says so where the page is mapped. A page that says nothing is drawn for each reader.</summary>
public static class KeptPages
{
    /// <summary>Keeps the drawn page for a minute at most. Never use it on a page that shows something of its reader, or a form to send.</summary>
    /// <typeparam name="TBuilder">What is mapped.</typeparam>
    /// <param name="builder">The page, or a group of pages.</param>
    /// <param name="shows">What it shows.</param>
    /// <returns>The same.</returns>
    public static TBuilder Keep<TBuilder>(this TBuilder builder, Shown shows)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new KeptPage(shows));
}
