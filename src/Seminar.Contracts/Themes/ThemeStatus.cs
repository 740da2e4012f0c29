namespace Seminar.Contracts.Themes;

/// <summary>What the administrator sees of a theme, and what <c>GET /api/themes</c> returns.</summary>
/// <param name="Key">The theme's key, or the name of its folder while no manifest can be read.</param>
/// <param name="Name">Its French name, or the key.</param>
/// <param name="Slug">Its slug, empty while no manifest can be read.</param>
/// <param name="Version">The version that runs, or the one that was tried; null when none could be told.</param>
/// <param name="Contract">The range of Seminar.Contracts versions it accepts, in NuGet notation, or null.</param>
/// <param name="State">The state.</param>
/// <param name="Reason">Why it is in that state, in plain French; null while everything is well. A running theme has
/// one when an earlier version runs because a newer one failed.</param>
/// <param name="Remedy">What to do about it, in plain French, or null.</param>
public sealed record ThemeStatus(
    string Key, string Name, string Slug, string? Version, string? Contract, ThemeState State, string? Reason, string? Remedy);
