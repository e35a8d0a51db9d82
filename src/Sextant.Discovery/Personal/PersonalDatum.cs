namespace Sextant.Discovery.Personal;

/// <summary>A kind of personal data that can be told by its shape, a checksum and the words around it.</summary>
public enum PersonalKind
{
    /// <summary>An e-mail address of a person.</summary>
    Email,

    /// <summary>A telephone number with its country.</summary>
    Phone,

    /// <summary>The number of a payment card (ISO/IEC 7812).</summary>
    PaymentCard,

    /// <summary>An international bank account number (ISO 13616).</summary>
    Iban,

    /// <summary>A social security number of the United States.</summary>
    SocialSecurityNumber,
}

/// <summary>How much personal data of one kind a text holds. Says nothing of the values.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many different values.</param>
public readonly record struct PersonalDatum(PersonalKind Kind, int Count)
{
    /// <summary>The value of the facet <c>sensitivity</c>.</summary>
    public string Sensitivity => Kind is PersonalKind.PaymentCard or PersonalKind.Iban ? "financial" : "personal";

    /// <summary>In words: <c>3 e-mail addresses</c>.</summary>
    public override string ToString() => (Kind, Count) switch
    {
        (PersonalKind.Email, 1) => "1 e-mail address",
        (PersonalKind.Email, _) => $"{Count} e-mail addresses",
        (PersonalKind.Phone, 1) => "1 telephone number",
        (PersonalKind.Phone, _) => $"{Count} telephone numbers",
        (PersonalKind.PaymentCard, 1) => "1 payment card number",
        (PersonalKind.PaymentCard, _) => $"{Count} payment card numbers",
        (PersonalKind.Iban, 1) => "1 bank account number (IBAN)",
        (PersonalKind.Iban, _) => $"{Count} bank account numbers (IBAN)",
        (_, 1) => "1 social security number",
        _ => $"{Count} social security numbers",
    };
}
