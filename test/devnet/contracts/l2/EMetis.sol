// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "@openzeppelin/contracts/access/Ownable2Step.sol";
import "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// The token that stands for METIS one to one. Minters create it and destroy it, the latter without an allowance.
contract EMetis is ERC20Permit, ERC20Burnable, Ownable2Step {
    address public timelock_address;
    address[] public minters_array;
    mapping(address => bool) public minters;

    event TokenMinterMinted(address indexed from, address indexed to, uint256 amount);
    event TokenMinterBurned(address indexed from, address indexed to, uint256 amount);
    event MinterAdded(address minter_address);
    event MinterRemoved(address minter_address);
    event TimelockChanged(address timelock_address);

    modifier onlyMinters() {
        require(minters[msg.sender], "Only minters");
        _;
    }

    modifier onlyOwnerOrTimelock() {
        require(msg.sender == owner() || msg.sender == timelock_address, "Not owner or timelock");
        _;
    }

    modifier nonZero(address account) {
        require(account != address(0), "Zero address detected");
        _;
    }

    constructor(address timelock) ERC20("Enki Metis", "eMetis") ERC20Permit("Enki Metis") {
        timelock_address = timelock;
    }

    function minter_mint(address m_address, uint256 m_amount) external onlyMinters {
        _mint(m_address, m_amount);
        emit TokenMinterMinted(msg.sender, m_address, m_amount);
    }

    function minter_burn_from(address b_address, uint256 b_amount) external onlyMinters {
        _burn(b_address, b_amount);
        emit TokenMinterBurned(b_address, msg.sender, b_amount);
    }

    function addMinter(address minter_address) external onlyOwnerOrTimelock nonZero(minter_address) {
        require(!minters[minter_address], "Address already exists");
        minters[minter_address] = true;
        minters_array.push(minter_address);
        emit MinterAdded(minter_address);
    }

    /// The list keeps a zero in the removed place, so that the other places stay.
    function removeMinter(address minter_address) external onlyOwnerOrTimelock nonZero(minter_address) {
        require(minters[minter_address], "Address nonexistant");
        minters[minter_address] = false;
        uint256 place = 0;
        while (minters_array[place] != minter_address) place++;
        delete minters_array[place];
        emit MinterRemoved(minter_address);
    }

    function setTimelock(address timelock) external onlyOwnerOrTimelock nonZero(timelock) {
        timelock_address = timelock;
        emit TimelockChanged(timelock);
    }
}
