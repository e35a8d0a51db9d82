module github.com/acme/clerk

go 1.24
