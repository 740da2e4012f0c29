namespace Seminar.Offer.Features;

/// <summary>Where the directory is on this site.</summary>
internal static class OfferPages
{
    public const string Address = "/annuaire";
}
