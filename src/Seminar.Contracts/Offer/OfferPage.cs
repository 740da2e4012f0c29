namespace Seminar.Contracts.Offer;

/// <summary>Services that were found.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Services">Those of the page.</param>
public sealed record OfferPage(int Total, IReadOnlyList<OfferedService> Services);

/// <summary>A service of the directory, as a list shows it.</summary>
/// <param name="Id">Its identifier in data·inclusion.</param>
/// <param name="Name">Its name.</param>
/// <param name="Structure">Name of the structure that gives it.</param>
/// <param name="Address">Address of its sheet on this site.</param>
/// <param name="Commune">Name of the commune where it is, or null.</param>
/// <param name="Kilometres">Distance from the commune that was asked for, as the crow flies; null without one, or for what is given at a distance.</param>
/// <param name="IsRemote">Whether it is also given at a distance.</param>
/// <param name="IsFree">Whether it says that it is free of charge.</param>
/// <param name="Telephone">Telephone number, or null.</param>
/// <param name="UpToDate">When its sheet was last known to be right.</param>
public sealed record OfferedService(
    string Id, string Name, string Structure, string Address, string? Commune, double? Kilometres, bool IsRemote, bool IsFree, string? Telephone, DateOnly UpToDate);

/// <summary>A commune of the region.</summary>
/// <param name="Insee">INSEE code.</param>
/// <param name="Name">Name, with its département: « Figeac (46) ».</param>
/// <param name="IsExact">Whether what was typed is its name or one of its codes, rather than the beginning of a name: « St » and « Ste » are
/// read as Saint and Sainte, an article may be left out.</param>
public sealed record OfferPlace(string Insee, string Name, bool IsExact);
