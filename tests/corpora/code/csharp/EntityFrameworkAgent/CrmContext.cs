using Microsoft.EntityFrameworkCore;

namespace Acme.Crm;

public sealed class Customer
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

public sealed class CrmContext(DbContextOptions<CrmContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();
}
