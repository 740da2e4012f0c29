namespace Seminar.Offer.Standard;

/// <summary>The two kinds of sheet that data·inclusion exchanges.</summary>
public enum SheetKind
{
    Structure,
    Service,
}
